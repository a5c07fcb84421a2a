import { settingsInForce } from '#db/reads/site/settings';
import { transaction } from '#db/transaction';
import { insertSettings } from '#db/writes/site/settings';
import { type Settings } from '~/domain/site/settings';
import { type TestDatabase } from './database';
import { makePerson } from './person';

export const firstSettings: Settings = {
  ...{ name: null, email: 'contact@wijkkas.example', phone: null, address: null, reach: null },
  ...{ english: true, logo: null, bank: { iban: 'NL71VIER0123456789', name: 'Gemeente Vierstromen' } },
  theme: { base: 'vierstromen', action: null, header: null, footer: null },
};

/** Changes the settings of a gemeente as somebody else's process would. */
export async function changeSettings({ app, owner }: TestDatabase, change: Partial<Settings>): Promise<void> {
  const { id } = await makePerson(owner.db);
  const before = await settingsInForce(app.db);
  const saved = { version: (before?.version ?? 0) + 1, savedAt: new Date('2026-11-02T10:00:00Z') };
  await transaction(app.db, (tx) =>
    insertSettings(tx, { ...firstSettings, ...before, ...change }, { ...saved, savedBy: before ? id : null }),
  );
}
