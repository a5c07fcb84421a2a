import { installationOf } from '#db/reads/area/area';
import { recordAct } from '#db/writes/audit/audit';
import { insertPostcodeTask } from '#db/writes/area/postcode';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** A file that was handed in: where it stands on disk, and what it was called. */
export type HandedIn = { path: string; name: string };

/**
 * Hands in a file of CBS with addresses; it is read beside (`runPostcodeTasks`), which then takes it off the disk. Throws
 * 'notFound' before there is a gemeente, and the refusals of 'area.manage'.
 */
export async function askPostcodes(context: Context, { path, name }: HandedIn): Promise<void> {
  const { db, actor, now, newId } = context;
  assertMay(actor, 'area.manage');
  const installed = await installationOf(db);
  if (!installed) throw new DomainError('notFound');
  const row = { id: newId(), path, name, askedBy: actor.personId ?? '', askedAt: now };
  await once(context, 'area.manage', { path }, async (tx) => {
    await insertPostcodeTask(tx, row);
    const subject = { subjectKind: 'area', subjectId: installed.gemeenteId } as const;
    await recordAct(tx, context, { act: 'postcodes.ask', ...subject });
  });
}
