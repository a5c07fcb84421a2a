import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { sha256 } from '#db/writes/hash';
import { spend } from '#db/writes/rate-limit';
import { answerForm, type SentForm, takeForm } from '#db/writes/sent-form';
import { addsSomething, budgetsOf } from '~/domain/access/limits';
import { type Act } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type FingerprintInput, requestFingerprint } from '~/domain/ledger/chain';
import { type Context } from './context.server';

type Json = string | number | boolean | { readonly [name: string]: Json };

const minuteMs = 60_000;
/** The longest session: a page that was shown in it cannot be sent later. */
const keyKeptMs = 60 * 24 * 60 * minuteMs;

type Form = { row: SentForm; lapsed: Date };

/**
 * Runs an act in one transaction, once for each form that was sent: the same form again gets the same answer and does
 * nothing. What makes something new is the same, too, when its content comes again within a minute. Counts it for the
 * account; commands and seeds are not counted. Throws 'keyReused' for a key with other content, and 'tooOften', with when it
 * goes on.
 */
export async function once<T extends Json | void>(
  { db, actor, now, sent }: Context,
  act: Act,
  content: FingerprintInput,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { personId } = actor;
  if (!sent || personId === null) return transaction(db, work);
  const forms = formsOf(personId, act, content, sent.formKey, now);
  return transaction(
    db,
    async (tx) => {
      const taken: SentForm[] = [];
      for (const { row, lapsed } of forms) {
        const earlier = await takeForm(tx, row, lapsed);
        if (earlier) return answered(tx, taken, earlier.answer as T);
        taken.push(row);
      }
      await count(tx, personId, act, now);
      return answered(tx, taken, await work(tx));
    },
    { keyed: forms.length > 0 },
  );
}

async function answered<T>(tx: Transaction, forms: readonly SentForm[], answer: T): Promise<T> {
  for (const form of forms) await answerForm(tx, form, answer ?? null);
  return answer;
}

/** Under which keys this form is the same as another: its own, and that of its content. */
function formsOf(
  personId: string,
  act: Act,
  content: FingerprintInput,
  formKey: string | null,
  now: Date,
): Form[] {
  const requestHash = sha256(requestFingerprint({ act, content }));
  const form = (key: string, keptMs: number): Form => ({
    row: { personId, key, requestHash, sentAt: now },
    lapsed: new Date(now.getTime() - keptMs),
  });
  return [
    ...(formKey === null ? [] : [form(formKey, keyKeptMs)]),
    ...(addsSomething(act) ? [form(asUuid(requestHash), minuteMs)] : []),
  ];
}

const asUuid = (hash: string) => hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

async function count(tx: Transaction, personId: string, act: Act, now: Date): Promise<void> {
  for (const budget of budgetsOf(act)) {
    const until = await spend(tx, `act:${personId}:${act}:${budget.minutes}`, budget, now);
    if (until) throw new DomainError('tooOften', { detail: { act, until: until.toISOString() } });
  }
}
