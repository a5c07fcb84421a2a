import { type Database } from '#db/client';
import { settingsInForce } from '#db/reads/site/settings';
import { transaction } from '#db/transaction';
import { insertSettings, lockSettings } from '#db/writes/site/settings';
import { type Settings } from '~/domain/site/settings';

/**
 * The first version of what a gemeente chose, from the settings of the program, at its first start. From then on the page holds,
 * whatever those settings say. docs/decisions/0028.
 */
export async function plantSettings(db: Database, first: Settings, now: Date): Promise<void> {
  if (await settingsInForce(db)) return;
  await transaction(db, async (tx) => {
    await lockSettings(tx);
    if (await settingsInForce(tx)) return;
    await insertSettings(tx, first, { version: 1, savedBy: null, savedAt: now });
  });
}
