import { countsBeside, projectsOfRound } from '#db/reads/voting/round';
import { DomainError } from '~/domain/errors';
import { readFraction } from '~/domain/voting/fraction';
import { subjectsOf } from '~/domain/voting/project-search';
import { centsOf } from '~/domain/voting/receipt';
import { type RuleName, ruleNames } from '~/domain/voting/rule-names';
import { mapOfRound } from './round-map.server';
import { type AskedRound, outcomeOf } from './round.server';
import { type Visit } from '~/http/visit.server';

/** The projects of a round with what became of them; while the rule is not counted there is no report and `won` is null. */
export async function projectsSoFar(visit: Visit, round: AskedRound, rule: RuleName) {
  const outcome = await outcomeOf(visit, round, rule);
  if (outcome) return { report: outcome.report, projects: outcome.projects };
  const projects = await projectsOfRound(visit.context.db, round.id);
  const unknown = { won: null, fate: null, round: null } as const;
  return { report: null, projects: projects.map((project) => ({ ...project, ...unknown })) };
}

/**
 * The project in the address: what it is, what became of it and who paid (null while the rule is not counted), what other
 * rules say, and the map around it where its place is known. Throws 'notFound'.
 */
export async function projectPage(visit: Visit, round: AskedRound, rule: RuleName) {
  const { db } = visit.context;
  const { report, projects } = await projectsSoFar(visit, round, rule);
  const place = /^[1-9]\d{0,4}$/.test(visit.params.project ?? '') ? Number(visit.params.project) - 1 : -1;
  const project = projects[place];
  if (!project) throw new DomainError('notFound');
  const paid = report && project.round !== null ? report.rounds[project.round]! : null;
  const { name, costCents, description, latitude, longitude } = project;
  return {
    project: { place, name, costCents, description, subjects: subjectsOf(project) },
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    map: latitude === null ? null : await mapOfRound(db, round.areaId, projects),
    judged: project.won === null ? null : project,
    paid: paid && { payers: paid, payment: centsOf(readFraction(paid.payment)) },
    others: await otherRules(visit, round, rule, project.key),
  };
}

async function otherRules({ context: { db } }: Visit, { id }: AskedRound, shown: RuleName, key: string) {
  const beside = new Map((await countsBeside(db, id)).map(({ rule, completed }) => [rule, completed]));
  return ruleNames
    .filter((rule) => rule !== shown && beside.has(rule))
    .map((rule) => ({ rule, won: beside.get(rule)!.includes(key) }));
}
