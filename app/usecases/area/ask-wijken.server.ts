import { askWijkenFile } from '#db/writes/area/area';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Somebody saw what a file would change and says that it is right: it is read beside (`runWijkenTasks`). Asked again, nothing
 * happens. Throws 'notFound' for a file that nobody looked at or that has ended, and the refusals of 'area.manage'.
 */
export async function askWijken(context: Context, fileId: string): Promise<void> {
  const { actor, now } = context;
  assertMay(actor, 'area.manage');
  await once(context, 'area.manage', { fileId }, async (tx) => {
    const asked = await askWijkenFile(tx, fileId, { askedBy: actor.personId ?? '', askedAt: now });
    if (!asked) throw new DomainError('notFound');
  });
}
