import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { windows } from '~/domain/windows';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { actOnModel, type MoneyAct } from '../support/money-acts';
import { actOf, type Game, games } from '../support/money-plans';
import { shareOf } from '../support/share';
import { makePlayers, MoneyPlay } from '../support/money-play';

/** reliability.md M2: 200 games of at most 40 acts; 5,000 with PROOF=full. */
const full = process.env.PROOF === 'full';
const mostActs = 40;
/** Years that a game has to itself; a year closes when all years before it are empty, so each game plays before the last. */
const yearsPerGame = 4;
/** From when the mandates of the world hold. */
const firstYear = 2021;
const lastYear = yearOf(windows.other.latest);
/** As many games at a table as there are years in which a bank may tell of something and a council may decide. */
const mostGames = Math.floor((lastYear - firstYear) / yearsPerGame) - 1;
const all = full ? 5_000 : shareOf(200);
const tables = Array.from({ length: Math.max(2, Math.ceil(all / mostGames)) }, (_, index) => index + 1);
const gamesPerTable = Math.ceil(all / tables.length);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

/** How often each kind of entry was booked, and each act refused. */
const seen = new Map<string, number>();
const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

/** 'done', or the code of the refusal; a bug stays an error. */
async function answerOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Plays on both sides; after every act they have answered the same, booked the same, and hold the same balances. */
async function play(
  game: MoneyPlay,
  plans: Game['plans'],
  lastDay: string,
  bookedBefore: Set<EntryKind>,
): Promise<void> {
  const { model } = game;
  const log: MoneyAct[] = [];
  const acts: string[] = [];
  for (const plan of plans) {
    const act = actOf(model, plan, log, bookedBefore);
    if (!act || (act.type === 'clock' && act.to > lastDay)) continue;
    const before = model.entries.length;
    const real = await answerOf(() => game.perform(act));
    const meant = await answerOf(() => actOnModel(model, act));
    acts.push(`${act.type} ${real}`);
    const booked = model.entries.slice(before);
    const entries = booked.map(({ kind, on }) => `${kind} ${on}`);
    expect([acts, real, await game.newEntries()]).toEqual([acts, meant, entries]);
    if (act.type !== 'clock') expect([acts, await game.balances()]).toEqual([acts, model.balances()]);
    for (const { kind } of booked) {
      count(kind);
      bookedBefore.add(kind);
    }
    if (meant === 'done') log.push(act);
    else count(`${act.type} refused: ${meant}`);
  }
}

describe.concurrent.each(tables)('M2 at table %i', (table) => {
  const database = useDatabase({ max: 4 });
  useChecks(database);

  test(
    `${gamesPerTable} games: after every act the books say what the model says (SEED=${seed})`,
    { timeout: 3_600_000 },
    async () => {
      const people = await makePlayers(database);
      let year = lastYear;
      const booked = new Set<EntryKind>();
      await fc.assert(
        fc.asyncProperty(games(mostActs), async ({ plans, ...stage }) => {
          year -= yearsPerGame;
          const on = calendarDate(`${year}-03-01`);
          await play(
            await MoneyPlay.open(database, people, { ...stage, on }),
            plans,
            `${year + 2}-12-31`,
            booked,
          );
        }),
        // The acts are told as they were played; making the game smaller would take minutes.
        { numRuns: gamesPerTable, seed: seed + table, endOnFailure: true },
      );
    },
  );
});

test('in these games every kind of entry was booked, and refusals came too', () => {
  const kinds = Object.keys(entryKinds) as EntryKind[];
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  expect([...seen.keys()].filter((what) => what.includes('refused')).length).toBeGreaterThan(30);
});
