import { type SeatKind } from '~/domain/council/composition';
import { type Appointment } from '~/domain/council/membership';
import { type PresetName } from '~/domain/council/rules-of-order';
import { type WijkSlug } from './outlines';
import { type Someone } from './people';

export type SeatOf = {
  type: SeatKind;
  who: Someone | null;
  appointed?: Appointment;
  duty?: 'chair' | 'secretary';
  voting?: false;
};
export type Council = {
  slug: string;
  name: string;
  wijk: WijkSlug | null;
  maxPerDecision: number;
  maxPerApplicantPerYear: number;
  contact: { email: string; text: string };
  rules: PresetName;
  seats: readonly SeatOf[];
};

const resident = (who: Someone | null, duty?: SeatOf['duty']): SeatOf => ({
  ...{ type: 'resident', who, duty },
  appointed: 'elected',
});
const professional = (who: Someone): SeatOf => ({ type: 'professional', who, appointed: 'coOpted' });
const networker = (who: Someone): SeatOf => ({ type: 'networker', who, appointed: 'appointed' });
/** Advises and does not vote. */
const areaManager = (who: Someone): SeatOf => ({
  ...{ type: 'areaManager', who, voting: false },
  appointed: 'appointed',
});
/** The stadsraad is made of who the buurtraden send. */
const sent = (who: Someone, duty?: SeatOf['duty']): SeatOf => ({
  ...resident(who, duty),
  appointed: 'delegated',
});

function buurtraad(wijk: WijkSlug, name: string, rules: PresetName, seats: readonly SeatOf[]): Council {
  const contact = {
    email: `buurtraad-${wijk}@vierstromen.example`,
    text: 'Loop binnen in het buurthuis, op dinsdagavond van 19.30 tot 20.30 uur.',
  };
  const limits = { maxPerDecision: 2_500, maxPerApplicantPerYear: 5_000 };
  return { slug: wijk, name, wijk, ...limits, contact, rules, seats };
}

/** Six buurtraden of five to nine seats, at least half of them residents, and the stadsraad of their chairs. */
export const councils: readonly Council[] = [
  buurtraad('parkwijk', 'Buurtraad Parkwijk', 'together', [
    resident('annelies', 'chair'),
    resident('ruud', 'secretary'),
    resident('winston'),
    resident('parkwijk-1'),
    resident('parkwijk-2'),
    resident(null),
    networker('esra'),
    areaManager('ingrid'),
  ]),
  buurtraad('soesterveld', 'Buurtraad Soesterveld', 'together', [
    resident('marga', 'chair'),
    resident('soesterveld-1', 'secretary'),
    resident('soesterveld-2'),
    resident('soesterveld-3'),
    resident('soesterveld-4'),
    resident('soesterveld-5'),
    professional('parkwijk-3'),
    professional('middelveld-6'),
    networker('kruiskade-6'),
    areaManager('ingrid'),
  ]),
  buurtraad('kruiskade', 'Buurtraad Kruiskade', 'supporting', [
    resident('hakan', 'chair'),
    resident('kruiskade-1', 'secretary'),
    resident('kruiskade-2'),
    resident('kruiskade-3'),
    professional('soesterveld-6'),
  ]),
  buurtraad('wortmanbuurt', 'Buurtraad Wortmanbuurt', 'together', [
    resident('wortmanbuurt-1', 'chair'),
    resident('wortmanbuurt-2', 'secretary'),
    resident('wortmanbuurt-3'),
    professional('kruiskade-4'),
    networker('kruiskade-5'),
  ]),
  buurtraad('buitenstad', 'Buurtraad Buitenstad', 'supporting', [
    resident('buitenstad-1', 'chair'),
    resident('buitenstad-2', 'secretary'),
    resident('buitenstad-3'),
    resident('buitenstad-4'),
    professional('middelveld-5'),
  ]),
  buurtraad('middelveld', 'Buurtraad Middelveld', 'together', [
    resident('middelveld-1', 'chair'),
    resident('middelveld-2', 'secretary'),
    resident('middelveld-3'),
    resident('middelveld-4'),
    networker('esra'),
  ]),
  {
    slug: 'stadsraad',
    name: 'Stadsraad Vierstromen',
    wijk: null,
    maxPerDecision: 50_000,
    maxPerApplicantPerYear: 100_000,
    contact: {
      email: 'stadsraad@vierstromen.example',
      text: 'Bel het stadhuis en vraag naar de secretaris van de stadsraad.',
    },
    rules: 'supporting',
    seats: [
      sent('tineke', 'chair'),
      sent('annelies'),
      sent('marga', 'secretary'),
      sent('hakan'),
      sent('wortmanbuurt-1'),
      sent('buitenstad-1'),
      sent('middelveld-1'),
    ],
  },
];
