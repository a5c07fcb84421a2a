import { type Cents, compare } from '../money/cents';

/** A project as far as a list of projects searches and sorts it; `supportPercent` is null where no equal shares counted. */
export type ListedProject = Readonly<{
  key: string;
  place: number;
  name: string;
  description: string | null;
  category: string | null;
  costCents: Cents;
  votes: number;
  won: boolean;
  supportPercent: number | null;
}>;

export const projectStates = ['chosen', 'rest'] as const;
export type ProjectState = (typeof projectStates)[number];

export const projectSorts = ['outcome', 'votes', 'highest', 'lowest', 'support', 'name'] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** What a visitor asked of the list; a category is one of `categoriesOf`. */
export type ProjectSearch = Readonly<{
  text: string;
  state?: ProjectState;
  category?: string;
  sort: ProjectSort;
}>;

/** The subjects of a project: a file puts commas between them. */
export function subjectsOf({ category }: Pick<ListedProject, 'category'>): string[] {
  return (category ?? '')
    .split(',')
    .map((subject) => subject.trim())
    .filter((subject) => subject !== '');
}

/** Every subject of these projects once, in the order of the alphabet. */
export function categoriesOf(projects: readonly Pick<ListedProject, 'category'>[]): string[] {
  return [...new Set(projects.flatMap(subjectsOf))].sort(byAlphabet.compare);
}

/** The projects that fit, in the order asked. `completed` names the winners in order of selection. */
export function searchProjects<Project extends ListedProject>(
  projects: readonly Project[],
  completed: readonly string[],
  { text, state, category, sort }: ProjectSearch,
): Project[] {
  const terms = plain(text).split(/\s/);
  const turns = new Map(completed.map((key, turn) => [key, turn]));
  return projects
    .filter(
      (project) =>
        (state === undefined || project.won === (state === 'chosen')) &&
        (category === undefined || subjectsOf(project).includes(category)) &&
        matchesTerms(project, terms),
    )
    .sort((a, b) => orders[sort](a, b, turns) || byOutcome(a, b, turns));
}

function matchesTerms({ name, description, key }: ListedProject, terms: readonly string[]): boolean {
  const said = plain([key, name, description].join(' '));
  return terms.every((word) => said.includes(word));
}

/** Small letters without accents: 'Łódź' is found by 'lodz'. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => withoutAccent[letter as keyof typeof withoutAccent]);
}

const withoutAccent = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const byAlphabet = new Intl.Collator('nl', { numeric: true });

type Order = (a: ListedProject, b: ListedProject, turns: ReadonlyMap<string, number>) => number;

const byVotes: Order = (a, b) => b.votes - a.votes;
const bySupport: Order = (a, b) => (b.supportPercent ?? -1) - (a.supportPercent ?? -1);

/** Winners in order of selection, then who came nearest. */
const byOutcome: Order = (a, b, turns) => {
  const [first, second] = [a, b].map(({ key }) => turns.get(key) ?? turns.size) as [number, number];
  return first - second || bySupport(a, b, turns) || byVotes(a, b, turns) || a.place - b.place;
};

const orders: Record<ProjectSort, Order> = {
  outcome: byOutcome,
  votes: byVotes,
  highest: (a, b) => compare(b.costCents, a.costCents),
  lowest: (a, b) => compare(a.costCents, b.costCents),
  support: bySupport,
  name: (a, b) => byAlphabet.compare(a.name, b.name),
};
