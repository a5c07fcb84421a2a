import { type Transaction } from '#db/client';
import { installationOf, takenSlugs } from '#db/reads/area/area';
import { buurtenIn, partsOf } from '#db/reads/area/ground';
import { type ManagedWijk, managedWijk, managedWijken, usesOfArea } from '#db/reads/area/manage';
import { addressesPerWijk } from '#db/reads/area/postcode';
import { recordAct } from '#db/writes/audit/audit';
import { composeNoMore, composeOf, endArea, handOver, insertAreas } from '#db/writes/area/area';
import { ensureJournal } from '#db/writes/ledger/accounts';
import { moveResidences } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { type AreaUses } from '~/domain/area/leave-out';
import { type Split, splitOf } from '~/domain/area/split';
import { freeSlug } from '~/domain/area/tree';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { undone } from './parts/undone.server';
import { wijkOfToday } from './parts/wijk.server';

export type SplitInput = {
  areaId: string;
  /** What the new wijk is called. */
  name: string;
  /** The codes of the buurten that it gets. */
  buurten: readonly string[];
  /** What the wijk consisted of when somebody looked at it. */
  was: readonly string[];
};

/**
 * Makes a new wijk of some buurten of one, from today on, and answers its id. The old one keeps the rest, with its money,
 * initiatives, council, residents and address; of all its buurten, it ends as if it was joined. Throws 'notFound',
 * 'wrongState' (it ended, begins today, or is not what it `was`), 'areaDrawn', 'wijkNameTaken', 'required', 'tooLong',
 * 'choiceInvalid', and the refusals of 'area.manage'.
 */
export async function splitArea(context: Context, input: SplitInput): Promise<string> {
  assertMay(context.actor, 'area.manage');
  const name = textWithin(80, input.name, 'name');
  if (name === '') throw new DomainError('required', { field: 'name' });
  const { areaId, buurten, was } = input;
  const asked = { areaId, name, buurten: [...buurten].sort().join(), was: was.join() };
  return once(context, 'area.manage', asked, async (tx) => {
    const wijk = await wijkOfToday(tx, areaId, context.today);
    if (wijk.codes.join() !== was.join()) throw new DomainError('wrongState');
    if (wijk.isDrawn) throw new DomainError('areaDrawn');
    const parts = await partsOf(tx, areaId);
    const split = splitOf(parts, await buurtenIn(tx, parts), buurten);
    await assertFree(tx, name, split.isWhole ? areaId : undefined);
    const id = await create(tx, context, name);
    await (split.isWhole ? giveAll(tx, context, wijk, id) : give(tx, context, { areaId, id, split }));
    const subject = { subjectKind: 'area', subjectId: areaId } as const;
    await recordAct(tx, context, { act: 'area.split', ...subject, reason: name });
    return id;
  });
}

async function assertFree(tx: Transaction, name: string, ends: string | undefined): Promise<void> {
  const others = (await managedWijken(tx)).filter(({ id, validTo }) => validTo === null && id !== ends);
  const isTaken = others.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw new DomainError('wijkNameTaken', { field: 'name' });
}

async function create(tx: Transaction, { newId, today }: Context, name: string): Promise<string> {
  const installed = await installationOf(tx);
  if (!installed) throw new DomainError('notFound');
  const slug = freeSlug(name, installed.gemeente, await takenSlugs(tx));
  const id = newId();
  const parentId = installed.gemeenteId;
  await insertAreas(tx, [{ id, kind: 'wijk', slug, name, parentId, validFrom: today }]);
  await ensureJournal(tx, id);
  return id;
}

async function giveAll(tx: Transaction, { today, actor }: Context, { id: from }: ManagedWijk, to: string) {
  if (actor.personId === null) throw new DomainError('signInFirst');
  await endArea(tx, from, today);
  await handOver(tx, from, to);
  await moveResidences(tx, { from, to }, { on: today, by: actor.personId });
}

type Given = { areaId: string; id: string; split: Split };

async function give(tx: Transaction, { today }: Context, { areaId, id, split }: Given): Promise<void> {
  await composeNoMore(tx, areaId, split.ended, today);
  for (const part of split.kept) await composeOf(tx, { areaId, ...part });
  for (const part of split.moved) await composeOf(tx, { areaId: id, ...part });
}

type Side = Pick<ManagedWijk, 'name' | 'slug' | 'codes' | 'inhabitants'> & { addresses: number };

export type SplitPreview = {
  /** The new wijk. */
  made: Side;
  /** The old one, with what it keeps; null where nothing is left of it. */
  kept: Side | null;
  /** What hangs on the old one now. */
  uses: AreaUses;
};

/** What a split would do: it is done, and undone. Throws as `splitArea` does. */
export async function previewSplit(context: Context, input: SplitInput): Promise<SplitPreview> {
  assertMay(context.actor, 'area.manage');
  const uses = await usesOfArea(context.db, input.areaId);
  return undone(context, async (inside) => {
    const id = await splitArea(inside, input);
    const [made, old] = [await managedWijk(inside.db, id), await managedWijk(inside.db, input.areaId)];
    const addresses = await addressesPerWijk(inside.db, context.today);
    const side = ({ name, slug, codes, inhabitants }: ManagedWijk): Side => {
      const here = addresses.find((each) => each.slug === slug);
      return { name, slug, codes, inhabitants, addresses: here?.addresses ?? 0 };
    };
    if (!made || !old) throw new DomainError('notFound');
    return { made: side(made), kept: old.validTo === null ? side(old) : null, uses };
  });
}
