import { redirect } from '@remix-run/node';
import { countOfRound, projectsOfRound, roundByNumber } from '#db/reads/voting/round';
import { DomainError } from '~/domain/errors';
import { type Cents } from '~/domain/money/cents';
import { type PublishedCount } from '~/domain/voting/publication';
import { centsIn, type ProjectReport } from '~/domain/voting/report';
import { type RuleName, ruleNames, usualRule } from '~/domain/voting/rule-names';
import { type Visit } from '~/http/visit.server';
import { outcomeHref } from './project-query';

/** The round in the address, with its area, be it withdrawn. Throws 'notFound'. */
export async function anyRound({ context: { db }, params }: Visit) {
  const number = /^[1-9]\d{0,8}$/.test(params.number ?? '') ? Number(params.number) : 0;
  const found = await roundByNumber(db, number);
  if (!found) throw new DomainError('notFound');
  return found;
}

/** As `anyRound`; of one that was withdrawn only its own page is left, which says why. */
export async function askedRound(visit: Visit) {
  const found = await anyRound(visit);
  if (found.withdrawal) throw redirect(outcomeHref(found.round.number));
  return found;
}

export type AskedRound = Awaited<ReturnType<typeof askedRound>>['round'];

/** The way of counting in the address (`?regel=`); the usual one where there is none or an unknown one. */
export function askedRule({ url }: Visit): RuleName {
  return ruleNames.find((name) => name === url.searchParams.get('regel')) ?? usualRule;
}

/** A project with what became of it; money in hundredths of the round's currency, `place` its number in addresses. */
export type Project = Awaited<ReturnType<typeof projectsOfRound>>[number] & {
  votes: number;
  won: boolean;
  fate: ProjectReport['fate'];
  round: number | null;
  supportPercent: number | null;
  lostAfterRounds: number | null;
  left: Cents | null;
  wentTo: { place: number; name: string; amount: Cents }[];
};

/** The outcome of a round by a rule, with its projects in the order of the file; undefined while it is not counted. */
export async function outcomeOf({ context: { db } }: Visit, round: AskedRound, rule: RuleName) {
  const [projects, counted] = await Promise.all([
    projectsOfRound(db, round.id),
    countOfRound(db, round.id, rule),
  ]);
  if (!counted) return undefined;
  const { report, inputSha256, countedAt } = counted;
  return {
    report,
    inputSha256,
    countedAt,
    spent: centsIn(report.completedTotal),
    projects: projectsOf(projects, report),
  };
}

function projectsOf(
  projects: Awaited<ReturnType<typeof projectsOfRound>>,
  report: PublishedCount,
): Project[] {
  const won = new Set(report.completed);
  const known = new Map(projects.map((project) => [project.key, project]));
  return projects.map((project, place) => {
    const { id: _id, left, wentTo, ...reason } = report.projects[place]!;
    return {
      ...project,
      ...reason,
      won: won.has(project.key),
      left: left === null ? null : centsIn(left),
      wentTo: wentTo.map(({ id, amount }) => {
        const { place: winner, name } = known.get(id)!;
        return { place: winner, name, amount: centsIn(amount) };
      }),
    };
  });
}
