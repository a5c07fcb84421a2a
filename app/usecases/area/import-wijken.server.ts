import { type Transaction } from '#db/client';
import { areaOfCbsCode, areaTree, installationOf, takenSlugs } from '#db/reads/area/area';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import {
  type Change,
  type CbsRow,
  composeOf,
  insertAreas,
  install,
  keepCbsArea,
  lockAreas,
} from '#db/writes/area/area';
import { ensureJournal } from '#db/writes/ledger/accounts';
import { freeSlug } from '~/domain/area/tree';
import { calendarDate } from '~/domain/calendar';
import { type Notice } from '~/domain/notices';
import { type Context } from '../context.server';
import { readWijkenFile, type WijkenFile } from '~/formats/geojson';

export type ImportOptions = {
  /** Which year's CBS borders and figures these are. */
  year: number;
  /** Told what is odd in the file as soon as it is read. */
  onNotices?: (notices: readonly Notice[]) => void;
  /** How far it is, and what became of the area it had in hand. */
  onProgress?: (done: number, total: number, area: { name: string; change: Change }) => Promise<void> | void;
  /** Whether the gemeente of a first file is invented, and one may look around in it as one of its people. */
  demonstration?: boolean;
};

export type Imported = Record<Change, number> & { gemeente: string };

/**
 * Imports the wijken of one gemeente from a CBS file, all or nothing: each becomes a wijk composed of its CBS area,
 * with a journal. The first file on an empty database says which gemeente the site serves. Imported again, nothing
 * changes; a file of a later year is added to the same wijken; what was left out stays so. Throws 'fileInvalid' (see
 * readWijkenFile).
 */
export async function importWijken(
  context: Context,
  text: string,
  options: ImportOptions,
): Promise<Imported> {
  const file = readWijkenFile(text);
  options.onNotices?.(file.notices);
  return transaction(context.db, async (tx) => {
    await lockAreas(tx);
    const counted: Imported = { gemeente: file.gemeente.name, created: 0, changed: 0, unchanged: 0 };
    const work = new Import(tx, context, options);
    const gemeenteId = await work.gemeente(file);
    for (const [index, wijk] of file.wijken.entries()) {
      const row = { ...wijk, year: options.year, gemeenteCode: file.gemeente.code };
      const change = await work.wijk(row, gemeenteId, file.gemeente.name);
      counted[change] += 1;
      await options.onProgress?.(index + 1, file.wijken.length, { name: wijk.name, change });
    }
    if (counted.created + counted.changed > 0) await work.record(gemeenteId);
    return counted;
  });
}

class Import {
  #slugs: Set<string> | undefined;

  constructor(
    private readonly tx: Transaction,
    private readonly context: Context,
    private readonly options: ImportOptions,
  ) {}

  async gemeente({ gemeente, wijken }: WijkenFile): Promise<string> {
    const coordinates = wijken.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    );
    const known = wijken.flatMap(({ inhabitants }) => inhabitants ?? []);
    await keepCbsArea(this.tx, {
      ...gemeente,
      year: this.options.year,
      gemeenteCode: gemeente.code,
      inhabitants: known.length > 0 ? known.reduce((total, each) => total + each) : null,
      geometry: { type: 'MultiPolygon', coordinates },
    });
    const { id } = await this.#areaOf({
      ...gemeente,
      kind: 'gemeente',
      parentId: null,
      qualifier: 'gemeente',
    });
    if (!(await installationOf(this.tx))) {
      await install(this.tx, { gemeenteId: id, demonstration: this.options.demonstration ?? false });
    }
    return id;
  }

  async wijk(row: CbsRow, gemeenteId: string, qualifier: string): Promise<Change> {
    const kept = await keepCbsArea(this.tx, row);
    const { id, created, isLeftOut } = await this.#areaOf({
      ...row,
      kind: 'wijk',
      parentId: gemeenteId,
      qualifier,
    });
    if (isLeftOut) return 'unchanged';
    await ensureJournal(this.tx, id);
    if (created) return 'created';
    return kept === 'unchanged' ? 'unchanged' : 'changed';
  }

  async record(gemeenteId: string): Promise<void> {
    const subject = { subjectKind: 'area', subjectId: gemeenteId } as const;
    await recordAct(this.tx, this.context, { act: 'area.import', ...subject });
  }

  /** Our own area for a CBS code: the one that was composed of it before, in whatever year, or a new one. */
  async #areaOf(wanted: {
    code: string;
    name: string;
    kind: 'gemeente' | 'wijk';
    parentId: string | null;
    qualifier: string;
  }): Promise<{ id: string; created: boolean; isLeftOut: boolean }> {
    const found = await areaOfCbsCode(this.tx, wanted.code);
    if (found?.isLeftOut) return { ...found, created: false };
    const id = found?.id ?? (await this.#create(wanted));
    await composeOf(this.tx, { areaId: id, code: wanted.code, year: this.options.year });
    return { id, created: !found, isLeftOut: false };
  }

  async #create(wanted: {
    name: string;
    kind: 'gemeente' | 'wijk';
    parentId: string | null;
    qualifier: string;
  }): Promise<string> {
    const { name, kind, parentId, qualifier } = wanted;
    this.#slugs ??= await takenSlugs(this.tx);
    const slug = freeSlug(name, qualifier, this.#slugs);
    this.#slugs.add(slug);
    const id = this.context.newId();
    const parent = (await areaTree(this.tx)).find((area) => area.id === parentId);
    const january = calendarDate(`${this.options.year}-01-01`);
    const validFrom = parent && parent.validFrom > january ? parent.validFrom : january;
    await insertAreas(this.tx, [{ id, kind, slug, name, parentId, validFrom }]);
    return id;
  }
}
