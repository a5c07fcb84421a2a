import { refusedFile } from '#db/reads/payments/task';
import { recordAct } from '#db/writes/audit/audit';
import { sha256 } from '#db/writes/hash';
import { insertFile, insertTask } from '#db/writes/payments/task';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { statementText } from '~/formats/camt/file';
import { ourStatements } from './parts/open-statements.server';
import { readHere, type ReadStatement } from './parts/read-here.server';

/**
 * Hands in a bank statement file (CAMT.053), as its bytes; it is read at once to see that it is whole, and booked beside. A
 * file that was refused may be handed in again once the cause is gone. `ownIban` is the account of the gemeente, where it is
 * known: statements of other accounts are left out and named. Answers the id of the task. Throws 'fileUnreadable',
 * 'otherFormat', 'statementInvalid', 'otherAccount' (none is ours), 'alreadyDone' (this very file), and the refusals of
 * 'statement.import'.
 */
export async function askStatement(
  context: Context,
  bytes: Uint8Array,
  ownIban?: string,
  read: ReadStatement = readHere,
): Promise<string> {
  const { actor, now, newId } = context;
  assertMay(actor, 'statement.import');
  const text = statementText(bytes);
  const found = await read(text, ownIban);
  ourStatements(found);
  const taskId = newId();
  const by = actor.personId ?? '';
  const hash = sha256(bytes);
  return once(context, 'statement.import', { sha256: hash }, async (tx) => {
    const { otherAccounts } = found;
    const file = { id: newId(), sha256: hash, text, otherAccounts, uploadedBy: by, uploadedAt: now };
    const fileId = (await insertFile(tx, file)) ? file.id : await refusedFile(tx, file.sha256);
    if (!fileId) throw new DomainError('alreadyDone', { field: 'file' });
    await insertTask(tx, { id: taskId, kind: 'statement', fileId, askedBy: by, askedAt: now });
    const subject = { subjectKind: 'moneyTask', subjectId: taskId } as const;
    await recordAct(tx, context, { act: 'statement.ask', ...subject });
    return taskId;
  });
}
