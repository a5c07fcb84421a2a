import { listed, type Notice } from '../notices';

type Wijk = Readonly<{ name: string; inhabitants: number | null }>;

/** That nobody knows how many people live in some wijken; none where it is known of all. */
export function inhabitantsNotices(wijken: readonly Wijk[]): Notice[] {
  const missing = wijken.filter(({ inhabitants }) => inhabitants === null);
  if (missing.length === 0) return [];
  const names = listed(missing.map(({ name }) => name));
  return [{ code: 'inhabitantsMissing', line: null, values: { count: missing.length, names } }];
}
