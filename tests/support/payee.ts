import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';
import { grantOf } from '#db/reads/grants/grant';
import { payeeOf } from '#db/reads/grants/payee';
import { confirmPayee } from '~/usecases/grants/confirm-payee.server';
import { type Context } from '~/usecases/context.server';
import { setPayee } from '~/usecases/grants/set-payee.server';

export const account = { iban: 'NL91 ABNA 0417 1643 00', name: 'Stichting Straatfeest' };

/** Confirms the account that a grant has now. */
export async function confirmed(controller: Context, number: number): Promise<void> {
  const grant = await grantOf(controller.db, { number });
  const payee = grant && (await payeeOf(controller.db, grant.initiativeId));
  await confirmPayee(controller, { number, payeeId: payee?.id ?? '' });
}

/** Gives a grant an account that can be paid to: the payer records it, the controller confirms it. */
export async function knownPayee(
  { payer, controller }: { payer: Context; controller: Context },
  number: number,
  changes: Partial<typeof account> = {},
): Promise<void> {
  await setPayee(payer, { number, ...account, ...changes });
  await confirmed(controller, number);
}

/** Makes a grant one that has no account yet, behind the guards' back. */
export async function forgetPayees(owner: Database, initiativeId: string): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from payee_confirmation
      where payee_id in (select id from payee where initiative_id = ${initiativeId})`);
    await tx.execute(sql`delete from payee where initiative_id = ${initiativeId}`);
  });
}
