import { installationOf } from '#db/reads/area/area';
import { actorById, isPersona } from '#db/reads/people/person';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';

/**
 * Lets a visitor of the demonstration go on as one of its invented people. Answers who, and how surely they count as
 * signed in: as the desk people they are, or as a resident. `demo` is the installation's own setting. Throws 'notYourObject'
 * outside the demonstration, 'notFound' for anyone who is not invented.
 */
export async function enterAs({ db, actor, now, today }: Context, personId: string, demo: boolean) {
  const demonstration = (await installationOf(db))?.demonstration ?? false;
  assertMay(actor, 'demo.enter', { demo: demo && demonstration });
  return transaction(db, async (tx) => {
    const entered = await actorById(tx, personId, 'strong', today);
    if (!entered || !(await isPersona(tx, personId))) throw new DomainError('notFound');
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, { now, actor: { personId } }, { act: 'session.open', ...subject, reason: 'demo' });
    return { personId, assurance: entered.held.length > 0 ? ('strong' as const) : ('code' as const) };
  });
}
