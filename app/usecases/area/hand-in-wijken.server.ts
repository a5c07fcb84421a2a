import { recordAct } from '#db/writes/audit/audit';
import { insertWijkenFile } from '#db/writes/area/area';
import { assertMay } from '~/domain/access/policy';
import { textOfKind } from '~/formats/text-of-kind';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Hands in a file with wijken or buurten, and answers its id; it is looked at beside (`runWijkenTasks`). Throws 'fileUnreadable',
 * 'fileOfOtherKind', and the refusals of 'area.manage'.
 */
export async function handInWijken(
  context: Context,
  { bytes, year }: { bytes: Uint8Array; year: number },
): Promise<string> {
  const { actor, now, newId } = context;
  assertMay(actor, 'area.manage');
  const content = textOfKind(bytes, 'json');
  const id = newId();
  return once(context, 'area.manage', { content, year }, async (tx) => {
    await insertWijkenFile(tx, { id, content, year, handedInBy: actor.personId ?? '', handedInAt: now });
    await recordAct(tx, context, { act: 'area.handIn', subjectKind: 'area', subjectId: id });
    return id;
  });
}
