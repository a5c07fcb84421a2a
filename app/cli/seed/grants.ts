import { grantOf } from '#db/reads/grants/grant';
import { payeeOf } from '#db/reads/grants/payee';
import { type GrantStep, type Idea } from '#db/seed/story';
import { claimReference } from '~/domain/money/statement';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { confirmPayee } from '~/usecases/grants/confirm-payee.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { ibanOf } from './iban';
import { inCents } from './money';
import { as, dayFrom, numberOf, type Scene, type Stage } from './stage';

const anHour = 1 / 24;
/** Account numbers of initiatives are their numbers; the second one of each is as far from the first. */
const secondAccount = 1_000_000;

/** What happens with the money of every initiative after it was granted, as scenes. */
export function grantScenes(stage: Stage, ideas: readonly Idea[]): Scene[] {
  return ideas.flatMap((idea) => {
    const { money = [], noAccount } = idea;
    const steps = money.map((step, index) => ({
      at: dayFrom(stage, step.day),
      play: () => take(stage, idea, step, `seed:${idea.key}:${index + 1}`),
    }));
    const [first] = money;
    if (!first || noAccount) return steps;
    const accountDay = first.day - anHour;
    return [
      { at: dayFrom(stage, accountDay), play: () => recordAccount(stage, idea, accountDay, 0) },
      ...steps,
    ];
  });
}

async function take(stage: Stage, idea: Idea, step: GrantStep, key: string): Promise<void> {
  const at = dayFrom(stage, step.day);
  const number = numberOf(stage, idea.key);
  const controller = await as(stage, 'wietske', at);
  if ('advance' in step) {
    const { entryId } = await approveAdvance(controller, { number, cents: inCents(step.advance), key });
    if (!step.mistake) return;
    const anHourLater = await as(stage, 'wietske', dayFrom(stage, step.day + anHour));
    await reverseEntry(anHourLater, { entryId, reason: step.mistake, key: `${key}:mistake` });
  } else if ('cost' in step) {
    await settleGrant(controller, {
      number,
      costCents: inCents(step.cost),
      otherIncomeCents: inCents(step.others ?? 0),
      ground: step.ground ?? null,
      explanation: step.explanation,
      key,
    });
  } else if ('writtenOff' in step) {
    await writeOffClaim(controller, { number, cents: inCents(step.writtenOff), reason: step.because, key });
  } else if ('paidBack' in step) {
    const text = `Terugbetaling ${claimReference(number)}`;
    const cents = inCents(step.paidBack);
    stage.bank.movements.push({ at, cents, name: groupOf(idea), iban: ibanOf(number), text });
  } else {
    await recordAccount(stage, idea, step.day, secondAccount);
    if (step.confirmed) await confirmAccount(stage, number, step.day + anHour);
  }
}

async function recordAccount(stage: Stage, idea: Idea, day: number, from: number): Promise<void> {
  const number = numberOf(stage, idea.key);
  const context = await as(stage, idea.who, dayFrom(stage, day));
  await setPayee(context, { number, iban: ibanOf(from + number), name: groupOf(idea) });
}

async function confirmAccount(stage: Stage, number: number, day: number): Promise<void> {
  const controller = await as(stage, 'wietske', dayFrom(stage, day));
  const grant = await grantOf(controller.db, { number });
  const payee = grant && (await payeeOf(controller.db, grant.initiativeId));
  await confirmPayee(controller, { number, payeeId: payee?.id ?? '' });
}

/** In whose name the account is. */
function groupOf({ key }: Idea): string {
  return `Buurtgroep ${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}
