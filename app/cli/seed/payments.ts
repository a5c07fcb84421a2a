import { payeesById } from '#db/reads/grants/payee';
import { batchByNumber, batchLines, waitingPayments } from '#db/reads/payments/batch';
import { type PayDay } from '#db/seed/story';
import { negate } from '~/domain/money/cents';
import { payeeBar } from '~/domain/money/payee';
import { messageIdOf } from '~/domain/money/payment';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { as, dayFrom, numberOf, type Scene, type Stage } from './stage';
import { type Movement } from './statement-file';

/** How many days after it was made a batch is approved, and what the bank paid comes back. */
const later = { approved: 0.2, returned: 2 };

/** The days on which the payer makes a batch of all that waits, which the controller approves. */
export function payDayScenes(stage: Stage, payDays: readonly PayDay[]): Scene[] {
  return payDays.map((payDay) => {
    const day = payDay.unapproved ? payDay.day : payDay.day + untilWeekday(dayFrom(stage, payDay.day));
    return { at: dayFrom(stage, day), play: () => pay(stage, { ...payDay, day }) };
  });
}

/** A bank pays from Monday to Friday: how many days that is away. */
function untilWeekday(at: Date): number {
  return { 6: 2, 0: 1 }[at.getUTCDay()] ?? 0;
}

async function pay(stage: Stage, { day, unapproved, returned }: PayDay): Promise<void> {
  const payer = await as(stage, 'patrick', dayFrom(stage, day));
  const { rows: waiting } = await waitingPayments(payer.db, 1);
  const payees = await payeesById(
    payer.db,
    waiting.map(({ payeeId }) => payeeId),
  );
  const ready = waiting.filter(
    ({ inBatch, payeeId }) =>
      inBatch === null && payeeBar(payees.get(payeeId) ?? null, payer.actor.personId) === null,
  );
  // A pay day of the other story may have been just before.
  if (ready.length === 0) return;
  const initiativeIds = ready.map(({ initiativeId }) => initiativeId);
  const number = await makeBatch(payer, { initiativeIds, executeOn: payer.today });
  if (unapproved) return;
  const at = dayFrom(stage, day + later.approved);
  await approveBatch(await as(stage, 'wietske', at), number);
  const orders = await ordersOf(stage, number, at);
  stage.bank.movements.push(...orders.map(({ movement }) => movement));
  if (!returned) return;
  const back = orders.find(({ initiative }) => initiative === numberOf(stage, returned.idea));
  if (!back) throw new Error(`no payment to ${returned.idea} in batch ${number}`);
  const { movement } = back;
  stage.bank.movements.push({
    ...movement,
    at: dayFrom(stage, day + later.returned),
    cents: negate(movement.cents),
    returned: returned.because,
  });
}

/** The payments of an approved batch as the bank carries them out. */
async function ordersOf({ site }: Stage, number: number, at: Date) {
  const batch = await batchByNumber(site.db, number);
  const lines = batch ? await batchLines(site.db, batch.id) : [];
  return lines.flatMap(({ initiative, cents, name, iban, endToEndId }) => {
    if (!initiative) return [];
    const order = { endToEndId, batch: messageIdOf(number) };
    const movement: Movement = { at, cents: negate(cents), name, iban, text: initiative.title, order };
    return { initiative: initiative.number, movement };
  });
}
