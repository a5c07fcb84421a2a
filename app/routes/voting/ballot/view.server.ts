import { ballotByNumber } from '#db/reads/voting/round';
import { DomainError } from '~/domain/errors';
import { approximate, type Fraction, fractionText, minus, nothing } from '~/domain/voting/fraction';
import { modesOf } from '~/domain/voting/modes';
import { centsOf, choicesOf, type Receipt, receiptOf } from '~/domain/voting/receipt';
import { type RuleName } from '~/domain/voting/rule-names';
import { projectsSoFar } from '../shared/project.server';
import { type AskedRound } from '../shared/round.server';
import { type Visit } from '~/http/visit.server';

/** A number with or without a mark between thousands. */
const wholeNumber = /^(?:\d{1,9}|\d{1,3}(?:[., \u00a0]\d{3}){1,2})$/;

/** The ballot that an address asks for in `?nummer=`: `typed` as it was written, `wrong` where that is no ballot. */
export function askedBallot({ url }: Visit, { voters }: AskedRound) {
  const typed = (url.searchParams.get('nummer') ?? '').trim();
  const number = wholeNumber.test(typed) ? Number(typed.replaceAll(/\D/g, '')) : 0;
  if (number >= 1 && number <= voters) return { typed, number, wrong: false };
  return { typed, number: null, wrong: typed !== '' };
}

/**
 * What one ballot chose, in its own order, and what became of it: `won` is null while the rule is not counted. `share`
 * says where its part of the money went; null where the rule gives no shares. Throws 'notFound'.
 */
export async function ballotPage(visit: Visit, round: AskedRound, rule: RuleName, number: number) {
  const cast = await ballotByNumber(visit.context.db, round.id, number);
  if (!cast) throw new DomainError('notFound');
  const { report, projects } = await projectsSoFar(visit, round, rule);
  const choices = choicesOf(cast, modesOf(round)[0], (place) => projects[place]!.key);
  const known = new Map(projects.map((project) => [project.key, project]));
  const chosen = choices.map(({ id, score }) => {
    const project = known.get(id)!;
    const { key, place, name, costCents, won, fate } = project;
    return { key, place, name, costCents, won, fate, round: project.round, score: approximate(score) };
  });
  const receipt = report && receiptOf(report, choices);
  return { number, chosen, share: receipt ? shareOf(receipt, chosen) : null };
}

type Chosen = { key: string; won: boolean | null; round: number | null };

const unpaid = Number.MAX_SAFE_INTEGER;

/** The winners of a ballot in the order in which they were paid, those that were not paid at the end. */
function shareOf<Project extends Chosen>({ endowment, paid, left }: Receipt, chosen: readonly Project[]) {
  const amounts = new Map(paid.map(({ id, amount }) => [id, amount]));
  const winners = chosen.filter(({ won }) => won);
  return {
    endowment: said(endowment),
    spent: said(minus(endowment, left)),
    left: said(left),
    paid: winners
      .sort((a, b) => (a.round ?? unpaid) - (b.round ?? unpaid))
      .map((project) => ({ ...project, amount: said(amounts.get(project.key) ?? nothing) })),
  };
}

/** An amount to the hundredth and, where that is not all of it, exactly in units of the currency. */
function said(amount: Fraction) {
  return { cents: centsOf(amount), exact: 100n % amount.over === 0n ? null : fractionText(amount) };
}

export type BallotPage = Awaited<ReturnType<typeof ballotPage>>;
