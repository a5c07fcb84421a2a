import { count, desc, eq } from 'drizzle-orm';
import { type Paged } from '~/domain/paging';
import { type LogoKind, type Settings } from '~/domain/site/settings';
import { type Queryable } from '../../client';
import { gemeenteLogo, gemeenteSettings, person } from '../../schema';
import { readPage, type Wanted } from '../page';

export type SettingsInForce = Settings & { version: number };

/** What the gemeente chose for its site; undefined before the site was ever started. */
export async function settingsInForce(db: Queryable): Promise<SettingsInForce | undefined> {
  const [row] = await db
    .select({ settings: gemeenteSettings, kind: gemeenteLogo.kind })
    .from(gemeenteSettings)
    .leftJoin(gemeenteLogo, eq(gemeenteLogo.hash, gemeenteSettings.logoHash))
    .orderBy(desc(gemeenteSettings.version))
    .limit(1);
  return row && settingsOf(row);
}

type Row = { settings: typeof gemeenteSettings.$inferSelect; kind: LogoKind | null };

function settingsOf({ settings, kind }: Row): SettingsInForce {
  const { version, name, email, phone, address, reach, english, ...rest } = settings;
  const { bankIban, bankName, theme, actionColour, headerColour, footerColour, logoHash } = rest;
  return {
    ...{ version, name, email, phone, address, reach, english },
    bank: bankIban !== null && bankName !== null ? { iban: bankIban, name: bankName } : null,
    theme: { base: theme, action: actionColour, header: headerColour, footer: footerColour },
    logo: logoHash !== null && kind !== null ? { hash: logoHash, kind } : null,
  };
}

/** The account that grants are paid from, and that statements are of; null while nobody set it. */
export const ownAccount = async (db: Queryable) => (await settingsInForce(db))?.bank ?? null;

/** One time that somebody saved the settings, and what held before; nobody saved the first. */
export type SavedSettings = SettingsInForce & {
  savedAt: Date;
  savedById: string | null;
  savedBy: string | null;
  before: Settings | null;
};

/** Every version of the settings, the newest first. */
export function settingsVersions(db: Queryable, wanted: Wanted): Promise<Paged<SavedSettings>> {
  const total = db
    .select({ total: count() })
    .from(gemeenteSettings)
    .then(([row]) => row?.total ?? 0);
  return readPage(wanted, total, async (limit, offset) => {
    const rows = await db
      .select({ settings: gemeenteSettings, kind: gemeenteLogo.kind, savedBy: person.name })
      .from(gemeenteSettings)
      .leftJoin(gemeenteLogo, eq(gemeenteLogo.hash, gemeenteSettings.logoHash))
      .leftJoin(person, eq(person.id, gemeenteSettings.savedBy))
      .orderBy(desc(gemeenteSettings.version))
      // One more: what the last of this page differs from.
      .limit(limit + 1)
      .offset(offset);
    return rows.slice(0, limit).map((row, at) => {
      const earlier = rows[at + 1];
      const { savedAt, savedBy: savedById } = row.settings;
      return {
        ...{ ...settingsOf(row), savedAt, savedById, savedBy: row.savedBy },
        before: earlier ? settingsOf(earlier) : null,
      };
    });
  });
}

/** A logo by the hash of its content, of now or of before. */
export async function logoByHash(db: Queryable, hash: string) {
  const [found] = await db.select().from(gemeenteLogo).where(eq(gemeenteLogo.hash, hash));
  return found;
}
