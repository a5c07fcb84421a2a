import { type Transaction } from '#db/client';
import { settingsInForce, type SettingsInForce } from '#db/reads/site/settings';
import { recordAct } from '#db/writes/audit/audit';
import { insertSettings, lockSettings } from '#db/writes/site/settings';
import { type AuditAct } from '~/domain/audit/acts';
import { DomainError } from '~/domain/errors';
import { type Settings } from '~/domain/site/settings';
import { type Context } from '../../context.server';

/**
 * Saves the settings in force with a part of them changed, after whoever saves at the same moment, and writes down who did
 * it. Returns the version before it. Throws 'notFound' where the site was never started.
 */
export async function appendSettings(
  tx: Transaction,
  context: Context,
  act: Extract<AuditAct, `gemeente.${string}`>,
  change: Partial<Settings>,
): Promise<SettingsInForce> {
  await lockSettings(tx);
  const before = await settingsInForce(tx);
  if (!before) throw new DomainError('notFound');
  const version = before.version + 1;
  const saved = { version, savedBy: context.actor.personId, savedAt: context.now };
  await insertSettings(tx, { ...before, ...change }, saved);
  await recordAct(tx, context, { act, subjectKind: 'gemeente', subjectId: String(version) });
  return before;
}
