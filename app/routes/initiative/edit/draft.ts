import { type InitiativeRecord } from '#db/reads/initiative/initiative';
import { type SchemeVersion } from '#db/reads/initiative/scheme';
import { addWeeks, type CalendarDate } from '~/domain/calendar';
import { type SupportTier } from '~/domain/initiative/support';
import { type Cents } from '~/domain/money/cents';
import { euroInput } from '~/domain/money/format';

/** The steps of the form, in order, as they stand in the address. */
export const steps = ['idee', 'verhaal', 'wanneer', 'begroting', 'samen', 'controleren'] as const;
export type Step = (typeof steps)[number];

/** Where a shortcoming is mended: its step, or the page with one's own details. */
export const stepOfField = {
  title: 'idee',
  summary: 'idee',
  theme: 'idee',
  story: 'verhaal',
  place: 'verhaal',
  startsOn: 'wanneer',
  lines: 'begroting',
  ownCents: 'begroting',
  bornOn: null,
  support: null,
} as const satisfies Record<string, Step | null>;
export type DraftField = keyof typeof stepOfField;

/** One shortcoming in the reader's language. */
export interface Warning {
  code: string;
  field: DraftField;
  text: string;
}

/** A concept as the form holds it: text in every field. */
export interface Draft {
  title: string;
  summary: string;
  theme: string;
  story: string;
  /** A target group, or 'everyone'. */
  targetGroup: string;
  place: string;
  participants: string;
  startsOn: string;
  lines: { description: string; quantity: string; unitCents: string }[];
  ownCents: string;
}

/** A concept for its own applicants. */
export function draftOf(record: InitiativeRecord): Draft {
  const { title, summary, theme, targetGroup, story, place, participants, startsOn } = record;
  return {
    ...{ title, summary, story, place, theme: theme ?? '', startsOn: startsOn ?? '' },
    targetGroup: targetGroup ?? 'everyone',
    participants: participants?.toString() ?? '',
    lines: record.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity.toString(),
      unitCents: euroInput(line.unitCents),
    })),
    ownCents: euroInput(record.ownContributionCents),
  };
}

/** The rules of the wijk's fund that one can meet while writing; amounts in cents. */
export interface DraftRules {
  maxAmountCents: Cents;
  leadTimeWeeks: number;
  earliest: CalendarDate;
  supportTiers: readonly SupportTier[];
}

export function draftRules(version: SchemeVersion, today: CalendarDate): DraftRules {
  const { maxAmountCents, leadTimeWeeks, supportTiers } = version;
  const earliest = addWeeks(today, leadTimeWeeks);
  return { maxAmountCents, leadTimeWeeks, earliest, supportTiers };
}
