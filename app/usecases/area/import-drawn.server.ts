import { type Transaction } from '#db/client';
import { areaTree, installationOf } from '#db/reads/area/area';
import { areaOfSlug, groundOf, groundsOn } from '#db/reads/area/ground';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type Change, insertAreas, lockAreas } from '#db/writes/area/area';
import { ensureJournal } from '#db/writes/ledger/accounts';
import { drawnNotices } from '~/domain/area/drawn';
import { boxOf, liesWithin } from '~/domain/area/place';
import { calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type DrawnFile, type DrawnWijk } from '~/formats/geojson';
import { refuseAt } from '~/formats/geojson-reader';
import { type Context } from '../context.server';
import { type Imported, type ImportOptions } from './import-wijken.server';
import { drawWith } from './parts/draw.server';

/** How far a drawn wijk may stick out of the box round the gemeente, in degrees: about a kilometre. */
const margin = 0.01;

type Gemeente = { gemeenteId: string; year: number };

/**
 * Reads in wijken that somebody drew, all or nothing: each becomes a wijk with an outline of its own and a journal, from the
 * year on. Who has the address of a drawn wijk already is that wijk: read again, nothing changes, and another outline replaces
 * the old one; what ended stays so. Throws 'noGemeente' before the first file of CBS, and 'fileInvalid' for what lies outside
 * the gemeente or has the address of another area.
 */
export async function importDrawn(
  context: Context,
  file: DrawnFile,
  { year, onNotices, onProgress }: ImportOptions,
): Promise<Imported> {
  return transaction(context.db, async (tx) => {
    await lockAreas(tx);
    const own = await installationOf(tx);
    if (!own) throw new DomainError('noGemeente', { field: 'file' });
    const { gemeenteId, gemeente } = own;
    await assertInside(tx, gemeenteId, file.drawn);
    const counted: Imported = { gemeente, created: 0, changed: 0, unchanged: 0 };
    for (const [index, wijk] of file.drawn.entries()) {
      const change = await draw(tx, context, wijk, { gemeenteId, year });
      counted[change] += 1;
      await onProgress?.(index + 1, file.drawn.length, { name: wijk.name, change });
    }
    onNotices?.([...file.notices, ...drawnNotices(file.drawn, await groundsOn(tx, context.today))]);
    const subject = { subjectKind: 'area', subjectId: gemeenteId } as const;
    if (counted.created + counted.changed > 0)
      await recordAct(tx, context, { act: 'area.import', ...subject });
    return counted;
  });
}

async function assertInside(tx: Transaction, gemeenteId: string, drawn: readonly DrawnWijk[]): Promise<void> {
  const box = boxOf(await groundOf(tx, gemeenteId));
  for (const { name, geometry, at } of drawn) {
    if (!liesWithin(boxOf([geometry]), box, margin)) refuseAt(at, 'outsideGemeente', name);
  }
}

async function draw(tx: Transaction, context: Context, wijk: DrawnWijk, own: Gemeente): Promise<Change> {
  const { slug, at, geometry: outline, inhabitants } = wijk;
  const known = await areaOfSlug(tx, slug);
  if (known && !known.isDrawnWijk) refuseAt(at, 'slugOfOther', slug);
  if (known?.validTo) return 'unchanged';
  if (known) return drawWith(tx, known.id, { outline, inhabitants });
  await create(tx, context, wijk, own);
  return 'created';
}

async function create(tx: Transaction, { newId }: Context, wijk: DrawnWijk, own: Gemeente): Promise<void> {
  const { name, slug, geometry, inhabitants } = wijk;
  const parentId = own.gemeenteId;
  const parent = (await areaTree(tx)).find(({ id }) => id === parentId);
  const january = calendarDate(`${own.year}-01-01`);
  const validFrom = parent && parent.validFrom > january ? parent.validFrom : january;
  const id = newId();
  const drawn = { ownGeometry: geometry, ownInhabitants: inhabitants };
  await insertAreas(tx, [{ id, kind: 'wijk', slug, name, parentId, validFrom, ...drawn }]);
  await ensureJournal(tx, id);
}
