import { calendarDateIn } from '~/domain/calendar';
import { wallTime } from '~/domain/council/wall-clock';
import { formatDate } from '~/domain/date-format';
import { type Asked } from './visit.server';

/** Whom words are for, and when. */
export type Reader = Pick<Asked, 'locale' | 't'> & { site: Pick<Asked['site'], 'now'> };

const minuteMs = 60_000;

/** A moment later today or tomorrow, on the wall clock: 'om 15.40 uur'. Never before the moment itself. */
export function formatMoment(moment: Date, { site, locale, t }: Reader): string {
  const { day, time } = onTheClock(moment, locale);
  return t(day === calendarDateIn(site.now()) ? 'limit.today' : 'limit.tomorrow', { time });
}

/** A moment on any day: 'di 2 juni 2026 om 15.40 uur'. Never before the moment itself. */
export function formatDayAndTime(moment: Date, { locale, t }: Reader): string {
  const { day, time } = onTheClock(moment, locale);
  return `${formatDate(day, locale)} ${t('council.when', { time })}`;
}

function onTheClock(moment: Date, locale: Reader['locale']) {
  const whole = new Date(Math.ceil(moment.getTime() / minuteMs) * minuteMs);
  const clock = wallTime(whole).replace(/^0/, '');
  return { day: calendarDateIn(whole), time: locale === 'nl' ? clock : clock.replace('.', ':') };
}
