import { deleteMailStop, insertMailStop } from '#db/writes/people/mail';
import { type Context } from '../context.server';

/**
 * Stops all mail to an address, or lets it come again. Whoever has the sealed link of a letter may: it proves that they read
 * the mail of this address, and this choice is all that it opens. A second time changes nothing.
 */
export async function chooseMail(
  { db, now }: Pick<Context, 'db' | 'now'>,
  address: string,
  choice: 'stop' | 'resume',
): Promise<void> {
  await (choice === 'stop' ? insertMailStop(db, address, now) : deleteMailStop(db, address));
}
