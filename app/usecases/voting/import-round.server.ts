import { areaOfCbsCode } from '#db/reads/area/area';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { askCounts, insertBallots, insertRound, insertRoundParts } from '#db/writes/voting/ballots';
import { sha256 } from '#db/writes/hash';
import { DomainError } from '~/domain/errors';
import { mustBeAccepted, type Notice } from '~/domain/notices';
import { readPabulib } from '~/formats/pabulib/read';
import { roundOf, type Round } from '~/domain/voting/round';
import { roundContent } from '~/domain/voting/round-content';
import { type Context } from '../context.server';
import { knownRound, type KnownRound } from './parts/known-round.server';

type ImportOptions = {
  /** The CBS code of the area that the vote was held in. */
  areaCode: string;
  /** Somebody looked at the notices that must be accepted (decisions/0020): they are right. */
  acceptNotices?: boolean;
  /** Told what is odd in the file as soon as it is read. */
  onNotices?: (notices: readonly Notice[]) => void;
  onProgress?: (done: number, total: number) => void;
};

export type ImportedRound = { number: number; projects: number; voters: number; created: boolean };

/** As many ballots as one statement takes; between two of them progress is told. */
const batch = 5_000;

/** What the tables hold, and an index the name that something goes by. */
const most = { rows: 32_767, cents: 10n ** 18n, keyBytes: 2_000 };

/**
 * Brings a vote that was held elsewhere in as a finished round, all or nothing: its projects, and its ballots without
 * anything of the voters. The same vote again changes nothing, however its file was saved, unless its round was withdrawn.
 * Asks for it to be counted. Throws PabulibError, and DomainError 'notFound' (no such area), 'fileKnown' (the vote stands
 * with another area), 'noticesOpen' (a part may be missing, and nobody accepted that), 'fileTooLarge'.
 */
export async function importRound(
  context: Context,
  bytes: Uint8Array,
  { areaCode, acceptNotices = false, onNotices, onProgress }: ImportOptions,
): Promise<ImportedRound> {
  const { db, newId } = context;
  const round = readRound(bytes);
  onNotices?.(round.notices);
  return transaction(db, async (tx) => {
    const area = await areaOfCbsCode(tx, areaCode);
    if (!area) throw new DomainError('notFound', { detail: { code: areaCode } });
    const row = { ...rowOf(round, bytes), id: newId(), areaId: area.id, importedAt: context.now };
    // Asked first: a row that is turned down still uses up a number.
    const before = await knownRound(tx, round, row);
    if (before && !before.withdrawnAt) return known(before, area.id);
    if (!acceptNotices && round.notices.some(mustBeAccepted)) throw new DomainError('noticesOpen');
    const number = await insertRound(tx, { ...row, replaces: before?.id });
    if (number === null) return known(await knownRound(tx, round, row), area.id);
    await insertParts(tx, row.id, round, onProgress);
    const subject = { subjectKind: 'round', subjectId: row.id } as const;
    await recordAct(tx, context, { act: 'round.import', ...subject });
    await askCounts(tx);
    return { number, projects: row.projects, voters: row.voters, created: true };
  });
}

/** What the row of a round says of it, but where and when it was read in. */
function rowOf(round: Round, bytes: Uint8Array) {
  const {
    meta: { length: metaLines },
    projects: { length: projects },
    ballots: { length: voters },
    ...facts
  } = round;
  const hashes = { fileSha256: sha256(bytes), contentSha256: sha256(roundContent(round)) };
  return { ...facts, ...hashes, metaLines, projects, voters };
}

function readRound(bytes: Uint8Array): Round {
  const round = roundOf(readPabulib(bytes));
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

function known(found: KnownRound | undefined, areaId: string): ImportedRound {
  if (!found) throw new Error('the round of this vote is gone');
  if (found.areaId !== areaId) throw new DomainError('fileKnown', { detail: { area: found.area } });
  return { number: found.number, projects: found.projects, voters: found.voters, created: false };
}
