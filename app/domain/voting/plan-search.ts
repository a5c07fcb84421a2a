import { type Cents, compare } from '../money/cents';

/** A plan as far as a list of plans searches and sorts it; `supportPercent` is null where no equal shares counted. */
export type ListedPlan = Readonly<{
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

export const planStates = ['chosen', 'rest'] as const;
export type PlanState = (typeof planStates)[number];

export const planSorts = ['outcome', 'votes', 'highest', 'lowest', 'support', 'name'] as const;
export type PlanSort = (typeof planSorts)[number];

/** What a visitor asked of the list; a category is one of `categoriesOf`. */
export type PlanSearch = Readonly<{ text: string; state?: PlanState; category?: string; sort: PlanSort }>;

/** The subjects of a plan: a file puts commas between them. */
export function subjectsOf({ category }: Pick<ListedPlan, 'category'>): string[] {
  return (category ?? '')
    .split(',')
    .map((subject) => subject.trim())
    .filter((subject) => subject !== '');
}

/** Every subject of these plans once, in the order of the alphabet. */
export function categoriesOf(plans: readonly Pick<ListedPlan, 'category'>[]): string[] {
  return [...new Set(plans.flatMap(subjectsOf))].sort(byAlphabet.compare);
}

/** The plans that fit, in the order asked. `completed` names the winners in order of selection. */
export function searchPlans<Plan extends ListedPlan>(
  plans: readonly Plan[],
  completed: readonly string[],
  { text, state, category, sort }: PlanSearch,
): Plan[] {
  const words = plain(text).split(/\s+/);
  const turns = new Map(completed.map((key, turn) => [key, turn]));
  return plans
    .filter(
      (plan) =>
        (state === undefined || plan.won === (state === 'chosen')) &&
        (category === undefined || subjectsOf(plan).includes(category)) &&
        hasWords(plan, words),
    )
    .sort((a, b) => orders[sort](a, b, turns) || byOutcome(a, b, turns));
}

function hasWords({ name, description, key }: ListedPlan, words: readonly string[]): boolean {
  const said = plain([key, name, description ?? ''].join(' '));
  return words.every((word) => said.includes(word));
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

type Order = (a: ListedPlan, b: ListedPlan, turns: ReadonlyMap<string, number>) => number;

const byVotes: Order = (a, b) => b.votes - a.votes;
const bySupport: Order = (a, b) => (b.supportPercent ?? -1) - (a.supportPercent ?? -1);

/** Winners in order of selection, then who came nearest. */
const byOutcome: Order = (a, b, turns) => {
  const [first, second] = [a, b].map(({ key }) => turns.get(key) ?? turns.size) as [number, number];
  return first - second || bySupport(a, b, turns) || byVotes(a, b, turns) || a.place - b.place;
};

const orders: Record<PlanSort, Order> = {
  outcome: byOutcome,
  votes: byVotes,
  highest: (a, b) => compare(b.costCents, a.costCents),
  lowest: (a, b) => compare(a.costCents, b.costCents),
  support: bySupport,
  name: (a, b) => byAlphabet.compare(a.name, b.name),
};
