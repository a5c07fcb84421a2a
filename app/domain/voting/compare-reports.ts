type Fields = Readonly<Record<string, unknown>>;

/**
 * In which fields a published object differs from a counted one, both as JSON has them: 'reach', and in a list of rounds
 * or projects which of them, 'projects 12: left'. Empty when they are equal in everything.
 */
export function differencesOf(published: Fields, counted: Fields): string[] {
  return differing(published, counted).flatMap((name) => {
    const [theirs, ours] = [itemsIn(published[name]), itemsIn(counted[name])];
    return theirs && ours ? differencesInList(name, theirs, ours) : [name];
  });
}

type Item = Fields & { readonly id: string };

function differencesInList(name: string, theirs: readonly Item[], ours: readonly Item[]): string[] {
  const places = Math.max(theirs.length, ours.length);
  return Array.from({ length: places }, (_, place) => {
    const [their, our] = [theirs[place], ours[place]];
    if (!their || !our) return [`${name} ${(their ?? our)!.id}`];
    return differing(their, our).map((field) => `${name} ${our.id}: ${field}`);
  }).flat();
}

/** A list in which everything has an id. */
function itemsIn(value: unknown): Item[] | undefined {
  const isItem = (item: unknown): item is Item => isFields(item) && typeof item.id === 'string';
  return Array.isArray(value) && value.every(isItem) ? value : undefined;
}

/** The keys under which two objects, or two lists, do not hold the same. */
function differing(a: Fields, b: Fields): string[] {
  const keys = new Set([...Object.keys(b), ...Object.keys(a)]);
  return [...keys].filter((key) => !(Object.hasOwn(a, key) && Object.hasOwn(b, key) && same(a[key], b[key])));
}

function same(a: unknown, b: unknown): boolean {
  if (!isFields(a) || !isFields(b)) return a === b;
  return Array.isArray(a) === Array.isArray(b) && differing(a, b).length === 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
