import { beforeAll } from 'vitest';
import { type Transaction } from '#db/client';
import { databaseError } from '#db/fault';
import { type Context } from '~/usecases/context.server';
import { useChecks } from './checks';
import { useDatabase } from './database';
import {
  controllerAtWork,
  decideAndGrant,
  euros,
  makeItems,
  makeWijk,
  pledged,
  raw,
  type Wijk,
} from './money-world';

/** A database with money in a wijk, and what it answers to an attack. */
export function useGuards() {
  const database = useDatabase();
  useChecks(database);
  let context: Context;
  let wijk: Wijk;
  let sourceIds: string[];

  beforeAll(async () => {
    context = await controllerAtWork(database.owner.db, database.app.db);
    wijk = await makeWijk(database.owner.db);
    sourceIds = await pledged(context, wijk.areaId, [euros(100), euros(50)]);
    for (const item of await makeItems(database.owner.db, wijk, [euros(30)]))
      await decideAndGrant(context, item);
  });

  /** What the database says to this SQL, or to these acts: its code and constraint, or 'done'. Nothing is kept. */
  async function answerTo(
    who: 'app' | 'owner',
    ...acts: (string | ((tx: Transaction) => Promise<unknown>))[]
  ): Promise<string> {
    try {
      await database[who].db.transaction(async (tx) => {
        for (const act of acts) await (typeof act === 'string' ? raw(tx, act) : act(tx));
        await raw(tx, 'set constraints all immediate');
        tx.rollback();
      });
    } catch (error) {
      const refusal = databaseError(error);
      if (refusal) return [refusal.code, refusal.constraint_name].filter(Boolean).join(' ');
    }
    return 'done';
  }

  return {
    database,
    get context() {
      return context;
    },
    get wijk() {
      return wijk;
    },
    get sourceIds() {
      return sourceIds;
    },
    answerTo,
  };
}
