import { installationOf } from '#db/reads/area/area';
import { countProgress, metaOfRound } from '#db/reads/voting/round';
import { longestSearch } from '~/domain/initiative/search';
import { cents, subtract, sum } from '~/domain/money/cents';
import { pageOf } from '~/domain/paging';
import { readFraction } from '~/domain/voting/fraction';
import {
  categoriesOf,
  projectSorts,
  projectStates,
  type ProjectSearch,
  searchProjects,
} from '~/domain/voting/project-search';
import { centsOf } from '~/domain/voting/receipt';
import { mostPerBallot } from '~/domain/voting/round-notices';
import { roundTitle } from '~/domain/voting/round-title';
import { type RuleName, usualStep } from '~/domain/voting/rule-names';
import { pageIn } from '~/http/address.server';
import { mapOfRound } from './round-map.server';
import { type AskedRound, outcomeOf, type Project } from './round.server';
import { type Visit } from '~/http/visit.server';

const pageSize = 25;
const shown = 3;

type Outcome = NonNullable<Awaited<ReturnType<typeof outcomeOf>>>;

/** What a page says of a round as a whole. */
export async function roundFacts({ context: { db } }: Visit, round: AskedRound) {
  const [rows, installation] = await Promise.all([metaOfRound(db, round.id), installationOf(db)]);
  const meta = new Map(rows);
  const { number, name, place, year, currency, voteType, budgetCents, projects, voters } = round;
  const unit = meta.get('unit')?.trim();
  return {
    ...{ number, place, year, currency, voteType, budgetCents, projects, voters },
    ...{ beganOn: round.beganOn, endedOn: round.endedOn },
    title: roundTitle({ name, year }),
    notices: round.notices,
    elsewhere: unit !== undefined && unit !== installation?.gemeente,
    pointed: voteType !== 'approval' && voteType !== 'choose-1',
    /** How many projects a voter chose at most, where the file says so. */
    most: mostPerBallot({ voteType, projects, meta }),
    language: /^[a-z]{2,3}$/.test(meta.get('language') ?? '') ? meta.get('language') : undefined,
  };
}

/** The outcome of a round as its page shows it, one page of projects; undefined while it is not counted. */
export async function outcomePage(visit: Visit, round: AskedRound, rule: RuleName) {
  const outcome = await outcomeOf(visit, round, rule);
  if (!outcome) return undefined;
  const categories = categoriesOf(outcome.projects);
  const search = readProjectSearch(visit.url.searchParams, categories);
  const found = searchProjects(outcome.projects, outcome.report.completed, search);
  const { rows, ...place } = pageOf(found, pageIn(visit), pageSize);
  return {
    ...{ search, categories, place },
    money: moneyOf(outcome, round),
    ruleDescription: ruleDescriptionOf(outcome, round),
    map: await mapOfRound(visit.context.db, round.areaId, outcome.projects),
    projects: rows.map((project) => rowOf(project, outcome)),
  };
}

/** How far the counting is, for whoever comes too early. */
export async function countingOf({ context: { db } }: Visit, round: AskedRound, rule: RuleName) {
  const progress = await countProgress(db, round.id);
  return {
    done: progress?.done ?? 0,
    total: progress?.total ?? null,
    failed: progress?.failed === rule,
  };
}

/** Reads the address of the list. Whatever makes no sense there counts as not asked: an odd link still gives a page. */
function readProjectSearch(params: URLSearchParams, categories: readonly string[]): ProjectSearch {
  const oneOf = <T extends string>(allowed: readonly T[], name: string) =>
    allowed.find((each) => each === params.get(name));
  const text = (params.get('zoek') ?? '').replace(/[\u0000-\u001f\ufffd]+/g, ' ').trim();
  return {
    text: text.slice(0, longestSearch),
    state: oneOf(projectStates, 'stand'),
    category: oneOf(categories, 'onderwerp'),
    sort: oneOf(projectSorts, 'volgorde') ?? 'outcome',
  };
}

function moneyOf({ report, projects, spent }: Outcome, { budgetCents }: AskedRound) {
  const bySharesAlone = new Set(report.selected);
  const added = projects.filter(({ won, key }) => won && !bySharesAlone.has(key));
  const filledUp = sum(added.map(({ costCents }) => costCents));
  return {
    shares: report.endowment !== null,
    chosen: report.completed.length,
    spent,
    left: subtract(budgetCents, spent),
    filled: { projects: added.length, cost: filledUp },
  };
}

/** What the paragraph on the rule tells of this count. */
function ruleDescriptionOf({ report, projects }: Outcome, { budgetCents, voters, currency }: AskedRound) {
  const names = new Map(projects.map(({ key, place, name }) => [key, { place, name }]));
  return {
    start: voters === 0 ? cents(0n) : cents(budgetCents / BigInt(voters)),
    step: usualStep(currency),
    endowment: report.endowment === null ? null : endowmentOf(report.endowment),
    raises: report.stop === 'next-over-budget' ? report.steps - 1 : report.steps,
    stop: report.stop,
    overBudget: report.overBudget.length,
    tiesMet: report.tiesMet.lot + report.tiesMet.other,
    ties: report.ties.map(({ projects, decidedBy }) => ({
      decidedBy,
      projects: projects.flatMap((key) => names.get(key) ?? []),
    })),
  };
}

/** A project as a row: the few projects that most of its voters' money went to, and the rest together. */
function rowOf({ wentTo, ...project }: Project, { report }: Outcome) {
  const most = [...wentTo].sort((a, b) => Number(b.amount - a.amount));
  const rest = most.slice(shown);
  return {
    ...project,
    payers: project.round === null ? undefined : report.rounds[project.round],
    wentTo: most.slice(0, shown),
    wentToOthers: { projects: rest.length, amount: sum(rest.map(({ amount }) => amount)) },
  };
}

function endowmentOf(exact: string) {
  const amount = readFraction(exact);
  return { exact, near: centsOf(amount), isRounded: 100n % amount.over !== 0n };
}
