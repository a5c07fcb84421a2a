import { countsBeside, metaOfRound, projectsOfRound } from '#db/reads/voting/round';
import { type CityChoice, confirmedBy, gapOf } from '~/domain/voting/city';
import { ballotsFile, outcomeFile } from '~/domain/voting/publication';
import { centsIn } from '~/domain/voting/report';
import { type RuleName, ruleNames } from '~/domain/voting/rule-names';
import { servedBy } from '~/domain/voting/served';
import { type AskedRound } from '../shared/round.server';
import { type Visit } from '~/http/visit.server';

type Counted = Awaited<ReturnType<typeof countsBeside>>[number];
type Project = Awaited<ReturnType<typeof projectsOfRound>>[number];
type Projects = ReadonlyMap<string, Project>;

/**
 * What stands beside the outcome of a round by a rule: whom it reaches, the other rules, what the city chose, and how to
 * count it again; undefined while it is not counted.
 */
export async function outcomeBeside({ context: { db } }: Visit, round: AskedRound, rule: RuleName) {
  const [counts, rows, meta] = await Promise.all([
    countsBeside(db, round.id),
    projectsOfRound(db, round.id),
    metaOfRound(db, round.id),
  ]);
  const shown = counts.find((count) => count.rule === rule);
  if (!shown) return undefined;
  const projects = new Map(rows.map((row) => [row.key, row]));
  return {
    reach: shown.reach,
    others: ruleNames.map((name) => {
      const count = counts.find((each) => each.rule === name);
      return { rule: name, counted: count ? comparedWith(shown, count, projects) : null };
    }),
    city: cityBeside(shown, projects, new Map(meta)),
    check: {
      ballots: ballotsFile(round.number),
      outcome: outcomeFile(round.number, rule),
      sha256: shown.inputSha256,
      countedAt: shown.countedAt,
    },
  };
}

function comparedWith(shown: Counted, count: Counted, projects: Projects) {
  return {
    chosen: count.completed.length,
    spent: centsIn(count.completedTotal),
    ...servedBy(count.reach),
    only: count.completed.filter((key) => !shown.completed.includes(key)).map(namedIn(projects)),
    without: shown.completed.filter((key) => !count.completed.includes(key)).map(namedIn(projects)),
  };
}

const namedIn = (projects: Projects) => (key: string) => {
  const { place, name, costCents } = projects.get(key)!;
  return { place, name, costCents };
};

const parts = ['category', 'neighborhood'] as const;

/** What the city chose, and how it used its budget otherwise; null where the file says neither. */
function cityBeside({ city, completed }: Counted, projects: Projects, meta: ReadonlyMap<string, string>) {
  const own = parts.filter((part) => meta.has(`budget_per_${part}`));
  if (!city) return own.length > 0 ? { parts: own, choice: null } : null;
  return { parts: own, choice: choiceBeside(city, completed, projects, meta.get('comment') ?? '') };
}

function choiceBeside(city: CityChoice, ours: readonly string[], projects: Projects, comment: string) {
  const theirs = city.selected;
  const missed = theirs.filter((key) => !ours.includes(key));
  const gaps = [...missed, ...ours.filter((key) => !theirs.includes(key))].map((key) => ({
    ...namedIn(projects)(key),
    city: theirs.includes(key),
    why: gapOf(city, key),
  }));
  return {
    rule: city.rule,
    chosen: theirs.length,
    same: theirs.length - missed.length,
    confirmed: confirmedBy(city),
    exceptions: city.exceptions.length,
    gaps,
    comment: pointsOf(comment),
  };
}

/** '#1: … #2: …' as a list. */
function pointsOf(comment: string): string[] {
  return comment
    .split(/#\d+:/)
    .map((point) => point.trim())
    .filter((point) => point !== '');
}
