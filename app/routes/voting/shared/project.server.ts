import { countsBeside, projectsOfRound } from '#db/reads/voting/round';
import { DomainError } from '~/domain/errors';
import { readFraction } from '~/domain/voting/fraction';
import { subjectsOf } from '~/domain/voting/plan-search';
import { centsOf } from '~/domain/voting/receipt';
import { type RuleName, ruleNames } from '~/domain/voting/rule-names';
import { mapOfRound } from './round-map.server';
import { type AskedRound, outcomeOf } from './round.server';
import { type Visit } from '~/http/visit.server';

/** The plans of a round with what became of them; while the rule is not counted there is no report and `won` is null. */
export async function plansSoFar(visit: Visit, round: AskedRound, rule: RuleName) {
  const outcome = await outcomeOf(visit, round, rule);
  if (outcome) return { report: outcome.report, plans: outcome.plans };
  const projects = await projectsOfRound(visit.act.db, round.id);
  const unknown = { won: null, fate: null, round: null } as const;
  return { report: null, plans: projects.map((project) => ({ ...project, ...unknown })) };
}

/**
 * The plan in the address: what it is, what became of it and who paid (null while the rule is not counted), what other
 * rules say, and the map around it where its place is known. Throws 'notFound'.
 */
export async function planPage(visit: Visit, round: AskedRound, rule: RuleName) {
  const { db } = visit.act;
  const { report, plans } = await plansSoFar(visit, round, rule);
  const place = /^[1-9]\d{0,4}$/.test(visit.params.plan ?? '') ? Number(visit.params.plan) - 1 : -1;
  const plan = plans[place];
  if (!plan) throw new DomainError('notFound');
  const paid = report && plan.round !== null ? report.rounds[plan.round]! : null;
  const { name, costCents, description, latitude, longitude } = plan;
  return {
    plan: { place, name, costCents, description, subjects: subjectsOf(plan) },
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    map: latitude === null ? null : await mapOfRound(db, round.areaId, plans),
    judged: plan.won === null ? null : plan,
    paid: paid && { payers: paid, payment: centsOf(readFraction(paid.payment)) },
    others: await otherRules(visit, round, rule, plan.key),
  };
}

async function otherRules({ act: { db } }: Visit, { id }: AskedRound, shown: RuleName, key: string) {
  const beside = new Map((await countsBeside(db, id)).map(({ rule, completed }) => [rule, completed]));
  return ruleNames
    .filter((rule) => rule !== shown && beside.has(rule))
    .map((rule) => ({ rule, won: beside.get(rule)!.includes(key) }));
}
