import { type Transaction } from '#db/client';
import { areaOfCbsCode } from '#db/reads/area/area';
import { cbsWijkenOf } from '#db/reads/area/ground';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type CbsRow, type Change, composeOf, keepCbsArea, lockAreas } from '#db/writes/area/area';
import { type Ground, sharesOf } from '~/domain/area/place';
import { wijkOfBuurt } from '~/domain/area/split';
import { type BuurtenFile } from '~/formats/geojson';
import { refuseAt } from '~/formats/geojson-reader';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { type Imported, type ImportOptions } from './import-wijken.server';

/** How much of a wijk its buurten cover at least: the borders of both are drawn a little differently. */
const leastCovered = 90;

type Wijken = Awaited<ReturnType<typeof cbsWijkenOf>>;

/**
 * Keeps the buurten of CBS of a year, all or nothing, so that a wijk can be split by them; no wijk changes. What is composed of
 * a buurt already gets its border and figures of this year too. Throws 'fileInvalid' for a buurt of a wijk that was not read in
 * of that year, and for a wijk of which buurten lack.
 */
export async function importBuurten(
  context: Context,
  { gemeente, buurten }: BuurtenFile,
  { year, onProgress }: ImportOptions,
): Promise<Imported> {
  return transaction(context.db, async (tx) => {
    await lockAreas(tx);
    const wijken = await cbsWijkenOf(tx, gemeente.code, year);
    assertWhole(wijken, buurten);
    const counted: Imported = { gemeente: gemeente.name, created: 0, changed: 0, unchanged: 0 };
    for (const [index, { at: _, ...buurt }] of buurten.entries()) {
      const change = await keep(tx, { ...buurt, year, gemeenteCode: gemeente.code });
      counted[change] += 1;
      await onProgress?.(index + 1, buurten.length, { name: buurt.name, change });
    }
    if (counted.created + counted.changed > 0) await record(tx, context, gemeente.code);
    return counted;
  });
}

/** Every wijk of which a buurt is named was read in, and its buurten cover it. */
function assertWhole(wijken: Wijken, buurten: BuurtenFile['buurten']): void {
  const grounds = new Map<string, Ground>();
  for (const { code, at, geometry } of buurten) {
    const wijk = wijkOfBuurt(code);
    if (!wijken.has(wijk)) refuseAt(at, 'wijkUnknown', wijk);
    grounds.set(wijk, [...(grounds.get(wijk) ?? []), geometry]);
  }
  for (const [code, ground] of grounds) {
    const [first] = buurten.filter((buurt) => wijkOfBuurt(buurt.code) === code);
    const wijk = wijken.get(code);
    const [covered] = wijk ? sharesOf(wijk.ground, [{ ground }]) : [];
    if (first && (covered?.percent ?? 0) < leastCovered)
      refuseAt(first.at, 'buurtenMissing', wijk?.name ?? code);
  }
}

async function keep(tx: Transaction, row: CbsRow): Promise<Change> {
  const kept = await keepCbsArea(tx, row);
  const { code, year } = row;
  const own = await areaOfCbsCode(tx, code);
  const rest = own ? undefined : await areaOfCbsCode(tx, wijkOfBuurt(code));
  if (own && !own.isLeftOut) await composeOf(tx, { areaId: own.id, code, year });
  // A buurt that is new since its wijk was split: it is of the one that kept the rest.
  if (rest?.isLeftOut && rest.goesOn) await composeOf(tx, { areaId: rest.id, code, year });
  return kept;
}

async function record(tx: Transaction, context: Context, code: string): Promise<void> {
  const gemeente = await areaOfCbsCode(tx, code);
  if (!gemeente) throw new DomainError('notFound');
  const subject = { subjectKind: 'area', subjectId: gemeente.id } as const;
  await recordAct(tx, context, { act: 'area.import', ...subject });
}
