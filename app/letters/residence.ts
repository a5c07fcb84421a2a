import { type CalendarDate } from '~/domain/calendar';
import { type Letter, type PaperLetter } from '~/domain/people/letter';
import { type HomeAddress } from '~/domain/people/residence';
import { type GemeenteDetails } from '~/domain/site/settings';
import { quoted } from '~/domain/people/quote';
import { type Locale } from '~/i18n';
import { paths } from '~/paths';
import { paragraphs, textsIn } from './texts';

type Written = {
  name: string;
  area: string;
  home: HomeAddress & { street: string; place: string };
  code: string;
  lastDay: CalendarDate;
  on: CalendarDate;
  gemeente: string;
  /** How the gemeente is reached, as it says itself. */
  reach: Pick<GemeenteDetails, 'email' | 'phone' | 'address'>;
  /** Where one types the code, in full, and the same to scan. */
  link: string;
  scan: { size: number; path: string };
};

/** On paper: the code with which somebody shows that they live at this address. Dutch, and short in English below. */
export function residenceLetter({
  name,
  area,
  home,
  code,
  lastDay,
  on,
  gemeente,
  reach,
  link,
  scan,
}: Written): PaperLetter {
  const { t, day } = textsIn('nl');
  const english = textsIn('en');
  const { street, number, addition, postcode } = home;
  const place = `${postcode.slice(0, 4)} ${postcode.slice(4)} ${home.place}`;
  return {
    // Where it comes back to when nobody lives there.
    sender: [t('letter.residence.sender', { gemeente }), ...(reach.address?.split(/\s*\n\s*/) ?? [])].join(
      ', ',
    ),
    head: { name: t('letter.sender.gemeente', { name: gemeente }), reach: reachLines(reach) },
    address: [name, [street, number, addition].filter(Boolean).join(' '), place],
    day: day(on),
    subject: t('letter.residence.subject', { area }),
    paragraphs: [
      t('letter.residence.why', { area }),
      t('letter.residence.how', { link }),
      t('letter.residence.until', { day: day(lastDay) }),
    ],
    code: { label: t('letter.residence.code'), text: code },
    scan: { ...scan, label: t('letter.residence.scan') },
    foot: [
      t('letter.residence.unexpected'),
      english.t('letter.residence.english', { link, day: english.day(lastDay) }),
    ],
  };
}

/** The address as it was typed, line by line, and under it phone and mail. */
function reachLines({ address, phone, email }: Written['reach']): string[] {
  const lines = [...(address ?? '').split('\n'), phone ?? '', email];
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** To somebody of whom it proved false that they live in a wijk: why, and what they can do. */
export function residenceRejectedLetter(
  { area, reason }: { area: string; reason: string },
  lang: Locale = 'nl',
): Letter {
  const { t } = textsIn(lang);
  return {
    kind: 'residence',
    lang,
    path: paths.people.home,
    subject: t('letter.rejected.subject', { area }),
    body: paragraphs([
      t('letter.rejected.says', { area }),
      t('letter.rejected.reason', { reason: quoted(reason) }),
      t('letter.rejected.follows'),
      t('letter.rejected.then'),
    ]),
  };
}
