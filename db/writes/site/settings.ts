import { sql } from 'drizzle-orm';
import { type Settings } from '~/domain/site/settings';
import { type Transaction } from '../../client';
import { gemeenteLogo, gemeenteSettings } from '../../schema';

/** Lets one at a time save settings: what was read of them stays so until the act is done. The database takes the same lock. */
export async function lockSettings(tx: Transaction): Promise<void> {
  await tx.execute(sql`select lock_gemeente_settings()`);
}

/** Adds a version of the settings; from now on it holds. */
export async function insertSettings(
  tx: Transaction,
  { name, email, phone, address, reach, english, bank, theme, logo }: Settings,
  saved: { version: number; savedBy: string | null; savedAt: Date },
): Promise<void> {
  await tx.insert(gemeenteSettings).values({
    ...{ name, email, phone, address, reach, english, ...saved },
    ...{ bankIban: bank?.iban, bankName: bank?.name, theme: theme.base, logoHash: logo?.hash },
    ...{ actionColour: theme.action, headerColour: theme.header, footerColour: theme.footer },
  });
}

/** Keeps a logo; one that was kept before is the same. */
export async function insertLogo(tx: Transaction, logo: typeof gemeenteLogo.$inferInsert): Promise<void> {
  await tx.insert(gemeenteLogo).values(logo).onConflictDoNothing();
}
