import { calendarDateIn } from '~/domain/calendar';
import { wallTime } from '~/domain/council/wall-clock';
import { type Asked } from './visit.server';

const minuteMs = 60_000;

/** A moment later today or tomorrow, on the wall clock: 'om 15.40 uur'. Never before the moment itself. */
export function momentInWords(moment: Date, { site, locale, t }: Asked): string {
  const whole = new Date(Math.ceil(moment.getTime() / minuteMs) * minuteMs);
  const clock = wallTime(whole).replace(/^0/, '');
  const time = locale === 'nl' ? clock : clock.replace('.', ':');
  return t(calendarDateIn(whole) === calendarDateIn(site.now()) ? 'limit.today' : 'limit.tomorrow', { time });
}
