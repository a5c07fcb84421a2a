import { areaOfCbsCode } from '#db/reads/area/area';
import { roundOfFile } from '#db/reads/voting/round';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { askCounts, insertBallots, insertRound, insertRoundParts } from '#db/writes/voting/ballots';
import { sha256 } from '#db/writes/hash';
import { DomainError } from '~/domain/errors';
import { PabulibError, placeAt } from '~/formats/pabulib/problem';
import { readPabulib } from '~/formats/pabulib/read';
import { roundOf, type Round } from '~/domain/voting/round';
import { type Context } from '../context.server';

type ImportOptions = {
  /** The CBS code of the area that the vote was held in. */
  areaCode: string;
  onProgress?: (done: number, total: number) => void;
};

export type ImportedRound = { number: number; projects: number; voters: number; created: boolean };

/** As many ballots as one statement takes; between two of them progress is told. */
const batch = 5_000;

/** What the tables hold, and an index the name that something goes by. */
const most = { rows: 32_767, cents: 10n ** 18n, keyBytes: 2_000 };

/**
 * Brings a vote that was held elsewhere in as a finished round, all or nothing: its projects, and its ballots without
 * anything of the voters. The same file again changes nothing. Asks for it to be counted. Throws PabulibError, and
 * DomainError 'notFound' (no such area), 'fileKnown' (the file stands with another area), 'fileTooLarge'.
 */
export async function importRound(
  context: Context,
  bytes: Uint8Array,
  { areaCode, onProgress }: ImportOptions,
): Promise<ImportedRound> {
  const { db, now, newId } = context;
  const round = readRound(bytes);
  const fileSha256 = sha256(bytes);
  return transaction(db, async (tx) => {
    const area = await areaOfCbsCode(tx, areaCode);
    if (!area) throw new DomainError('notFound', { detail: { code: areaCode } });
    const id = newId();
    const {
      meta: { length: metaLines },
      projects: { length: projects },
      ballots: { length: voters },
      ...facts
    } = round;
    const row = { ...facts, id, areaId: area.id, metaLines, projects, voters, fileSha256, importedAt: now };
    // Asked first: a row that is turned down still uses up a number.
    const isKnown = (await roundOfFile(tx, fileSha256)) !== undefined;
    if (isKnown || !(await insertRound(tx, row))) return known(tx, fileSha256, area.id);
    await insertParts(tx, id, round, onProgress);
    const subject = { subjectKind: 'round', subjectId: id } as const;
    await recordAct(tx, context, { act: 'round.import', ...subject });
    await askCounts(tx);
    const number = (await roundOfFile(tx, fileSha256))?.number ?? 0;
    return { number, projects, voters, created: true };
  });
}

function readRound(bytes: Uint8Array): Round {
  const round = roundOf(readPabulib(bytes));
  // The one character that a text in the database cannot hold.
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw new PabulibError('notUtf8', placeAt(new TextDecoder().decode(bytes.subarray(0, nul)), nul));
  if (!fits(round)) throw new DomainError('fileTooLarge');
  return round;
}

function fits({ budgetCents, meta, projects }: Round): boolean {
  const amounts = [budgetCents, ...projects.map(({ costCents }) => costCents)];
  const keys = [...meta.map(([key]) => key), ...projects.map(({ key }) => key)];
  return (
    Math.max(meta.length, projects.length) <= most.rows &&
    amounts.every((amount) => amount <= most.cents) &&
    keys.every((key) => Buffer.byteLength(key) <= most.keyBytes)
  );
}

async function insertParts(
  tx: Transaction,
  roundId: string,
  { meta, projects, ballots }: Round,
  onProgress: ImportOptions['onProgress'],
): Promise<void> {
  await insertRoundParts(
    tx,
    meta.map(([key, value], position) => ({ roundId, position, key, value })),
    projects.map((project, place) => ({ roundId, place, ...project })),
  );
  for (let done = 0; done < ballots.length; done += batch) {
    await insertBallots(tx, roundId, done + 1, ballots.slice(done, done + batch));
    onProgress?.(Math.min(done + batch, ballots.length), ballots.length);
  }
}

async function known(tx: Transaction, fileSha256: string, areaId: string): Promise<ImportedRound> {
  const found = await roundOfFile(tx, fileSha256);
  if (!found) throw new Error('the round of this file is gone');
  if (found.areaId !== areaId) throw new DomainError('fileKnown', { detail: { area: found.area } });
  return { number: found.number, projects: found.projects, voters: found.voters, created: false };
}
