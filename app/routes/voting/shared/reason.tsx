import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Locale, useLocale } from '~/ui/locale';
import { type Cents, subtract, zero } from '~/domain/money/cents';
import { formatNumber } from '~/ui/number-format';
import { formatAmount } from '~/domain/money/format';
import { type Fate, type Payers } from '~/domain/voting/reasons';
import { type RuleName } from '~/domain/voting/rule-names';

/** What became of a project, as far as its sentence needs it; money in hundredths of the round's currency. */
export interface JudgedProject {
  costCents: Cents;
  votes: number;
  fate: Fate;
  round: number | null;
  supportPercent: number | null;
  lostAfterRounds: number | null;
  left: Cents | null;
}

/** How a round was voted and counted, as far as sentences about its projects need it. */
export interface Counting {
  rule: RuleName;
  currency: string;
  /** Ballots with points or an order: a project then has points and no number of votes. */
  pointed: boolean;
}

interface ReasonProps {
  project: JudgedProject;
  /** Who paid for it, where equal shares chose it: `report.rounds[project.round]`. */
  payers?: Payers;
  counting: Counting;
}

/** Who had this part of the cost left when it was no longer enough, came near; in hundredths. */
const near = 85n;

/** Why a project was chosen or not, in one or two sentences. */
export function Reason({ project, payers, counting }: ReasonProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (payers && project.round !== null) return paidReason(project, payers, counting, t, locale);
  if (project.fate === 'notAffordable') return shortReason(project, counting, t, locale);
  if (project.fate === 'byVotes' && project.votes > 0) return byVotesReason(project, counting, t, locale);
  if (project.votes === 0 && (project.fate === 'byVotes' || project.fate === 'filledUp'))
    return t('round.reason.filledWithoutVotes');
  if (project.fate === 'withoutVotes' && counting.pointed) return t('round.reason.withoutPoints');
  if (project.fate === 'filledUp' && counting.pointed) return t('round.reason.filledUpPoints');
  return t(`round.reason.${project.fate}`);
}

function paidReason(
  { round, costCents }: JudgedProject,
  { inFull, allTheyHad }: Payers,
  { currency }: Counting,
  t: TFunction,
  locale: Locale,
): string {
  const payers = inFull + allTheyHad;
  return t('round.reason.paidByShares', {
    round: (round ?? 0) + 1,
    count: payers,
    payers: formatNumber(payers, locale),
    cost: formatAmount(costCents, currency, locale),
  });
}

function shortReason(
  { costCents, left, lostAfterRounds }: JudgedProject,
  { currency }: Counting,
  t: TFunction,
  locale: Locale,
): string {
  const had = left ?? zero;
  const values = {
    round: lostAfterRounds ?? 0,
    left: formatAmount(had, currency, locale),
    lack: formatAmount(subtract(costCents, had), currency, locale),
    so: t(had * 100n >= costCents * near ? 'round.reason.near' : 'round.reason.not'),
  };
  return t(lostAfterRounds ? 'round.reason.notAffordable' : 'round.reason.neverAffordable', values);
}

function byVotesReason({ votes }: JudgedProject, { rule, pointed }: Counting, t: TFunction, locale: Locale) {
  const values = { count: votes, votes: votesText(votes, pointed, t, locale) };
  return t(rule === 'greedy-ratio' ? 'round.reason.byRatio' : 'round.reason.byVotes', values);
}

/** '412 stemmen' or '1.204 punten'. */
export function votesText(votes: number, pointed: boolean, t: TFunction, locale: Locale): string {
  const number = formatNumber(votes, locale);
  return t(pointed ? 'round.points' : 'round.votes', { count: votes, number });
}
