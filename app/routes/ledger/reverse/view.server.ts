import { entriesInTheWay, entryById, isUsedUp, type WholeEntry } from '#db/reads/ledger/entry';
import { isClosed } from '#db/reads/yearEnd/figures';
import { type Objection } from './not-reversible';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { type Visit } from '~/http/visit.server';
import { paths } from '~/paths';

/** The entry in the address. Throws 'notFound'. */
export async function askedEntry({ params: { id = '' }, context: { db } }: Visit): Promise<WholeEntry> {
  const entry = /^[1-9]\d{0,17}$/.test(id) ? await entryById(db, BigInt(id)) : undefined;
  if (!entry) throw new DomainError('notFound');
  return entry;
}

type ReversibleKind = {
  [Kind in EntryKind]: (typeof entryKinds)[Kind]['reversible'] extends true ? Kind : never;
}[EntryKind];

/** Whether a controller may take such an entry back; the others follow from a decision. */
export function isReversible(kind: EntryKind): kind is ReversibleKind {
  return entryKinds[kind].reversible;
}

/** What stands in the way of taking an entry back, as it is now; null when nothing does. */
export async function objectionTo(
  { context: { db } }: Visit,
  { entryId, kind, effectiveOn, reversedBy }: WholeEntry,
): Promise<Objection | null> {
  if (reversedBy) return { why: 'reversed', by: reversedBy };
  if (!isReversible(kind)) return { why: 'kind', kind };
  const year = yearOf(effectiveOn);
  if (kind === 'yearEnd' && (await isClosed(db, year))) return { why: 'closed', year };
  if (!(await isUsedUp(db, entryId))) return null;
  const kinds = (Object.keys(entryKinds) as EntryKind[]).filter(isReversible);
  return { why: 'inUse', first: await entriesInTheWay(db, entryId, kinds) };
}

/** Where an entry stands for everybody: in the kasboek of its wijk, or at its source. */
export function placeOf({ wijk, lines }: WholeEntry, number: number): string {
  const year = lines.find((line) => line.year !== null)?.year;
  if (wijk) return `${paths.ledger.postings(wijk.slug)}?jaar=${year}&boeking=${number}#boeking-${number}`;
  return paths.sources.show(lines[0]?.sourceCode ?? '');
}
