import { type Act } from '../access/policy';
import { type RefusalCode } from '../errors';
import { type AccountKind, accountKinds } from './accounts';
import { sideOf } from './posting';

const everyKind = Object.keys(accountKinds) as AccountKind[];

type EntryKindRow = Readonly<{
  /** What it is called in the books. */
  name: string;
  /** Which kinds of account it may touch on each side. */
  debit: readonly AccountKind[];
  credit: readonly AccountKind[];
  /** Which acts book it; who may do those is in the policy. */
  by: readonly Act[];
  /** What it refuses, besides what every entry does (`commonGuards`). */
  guards: readonly RefusalCode[];
  /** Whether a controller may take it back; reservations and grants follow a decision, and so does their end. */
  reversible: boolean;
}>;

/** Every kind of entry of the fund book (domain.md §5.4): its accounts, its guards, and the acts that book it. */
export const entryKinds = {
  pledge: {
    name: 'TOEZEGGING',
    debit: ['receivable'],
    credit: ['available'],
    by: ['money.pledge'],
    guards: ['amountInvalid', 'earmarkedElsewhere'],
    reversible: true,
  },
  receipt: {
    name: 'ONTVANGST',
    debit: ['bank'],
    credit: ['receivable'],
    by: ['money.receive', 'statement.import'],
    guards: ['amountInvalid', 'poolInsufficient'],
    reversible: true,
  },
  reservation: {
    name: 'RESERVERING',
    debit: ['available'],
    credit: ['reserved'],
    by: ['money.reserve', 'item.decide'],
    guards: ['amountInvalid', 'poolInsufficient', 'alreadyDone'],
    reversible: false,
  },
  release: {
    name: 'VRIJGAVE',
    debit: ['reserved'],
    credit: ['available'],
    by: ['money.reserve', 'item.decide', 'initiative.withdraw', 'money.closeYear'],
    guards: ['amountInvalid'],
    reversible: false,
  },
  grant: {
    name: 'VERLENING',
    debit: ['reserved'],
    credit: ['committed', 'available'],
    by: ['item.decide'],
    guards: ['amountInvalid', 'poolInsufficient'],
    reversible: false,
  },
  advance: {
    name: 'VOORSCHOT',
    debit: ['advance'],
    credit: ['payable'],
    by: ['money.advance'],
    guards: ['amountInvalid', 'advanceTooHigh', 'poolInsufficient'],
    reversible: true,
  },
  paymentOrder: {
    name: 'BETAALOPDRACHT',
    debit: ['payable'],
    credit: ['underWay'],
    by: ['batch.approve'],
    guards: ['amountInvalid', 'samePerson', 'batchStale', 'alreadyDone'],
    reversible: true,
  },
  payment: {
    name: 'BETALING',
    debit: ['underWay'],
    credit: ['bank'],
    by: ['statement.import'],
    guards: ['amountInvalid'],
    // The bank alone says what was paid, and what came back.
    reversible: false,
  },
  settlement: {
    name: 'VASTSTELLING',
    debit: ['cost', 'claim', 'committed'],
    credit: ['advance', 'payable', 'income', 'available', 'blocked'],
    by: ['money.settle'],
    guards: ['amountInvalid', 'settlementTooHigh', 'paymentWaiting', 'alreadyDone'],
    reversible: true,
  },
  clawback: {
    name: 'TERUGONTVANGST',
    debit: ['bank', 'blocked'],
    credit: ['claim', 'available'],
    by: ['money.receive', 'statement.import'],
    guards: ['amountInvalid', 'claimTooLow'],
    reversible: true,
  },
  writeOff: {
    name: 'AFBOEKING',
    debit: ['cost', 'blocked'],
    credit: ['claim', 'income'],
    by: ['money.writeOff'],
    guards: ['amountInvalid', 'claimTooLow', 'reasonsRequired'],
    reversible: true,
  },
  yearEnd: {
    name: 'JAAREINDE',
    debit: ['available', 'reserved'],
    credit: ['available', 'reserved', 'returned'],
    by: ['money.closeYear', 'money.settle', 'money.receive', 'statement.import'],
    guards: ['yearNotOver', 'yearChanged', 'samePerson'],
    reversible: true,
  },
  parking: {
    name: 'PARKERING',
    debit: ['bank', 'suspense'],
    credit: ['bank', 'suspense'],
    by: ['statement.import'],
    guards: ['amountInvalid'],
    reversible: true,
  },
  assignment: {
    name: 'BESTEMMING',
    debit: ['bank', 'suspense'],
    credit: ['bank', 'receivable'],
    by: ['money.receive'],
    guards: ['amountInvalid', 'poolInsufficient'],
    reversible: true,
  },
  bankCost: {
    name: 'BANKKOSTEN',
    debit: ['bank', 'bankCost'],
    credit: ['bank', 'bankCost'],
    by: ['statement.import'],
    guards: ['amountInvalid'],
    reversible: true,
  },
  refundOrder: {
    name: 'TERUGBETAALOPDRACHT',
    debit: ['returned', 'suspense'],
    credit: ['returning'],
    by: ['batch.approve'],
    guards: ['amountInvalid', 'batchStale'],
    reversible: true,
  },
  refund: {
    name: 'TERUGBETALING',
    debit: ['returning'],
    credit: ['bank'],
    by: ['statement.import'],
    guards: ['amountInvalid'],
    reversible: false,
  },
  reversal: {
    name: 'STORNO',
    debit: everyKind,
    credit: everyKind,
    by: ['money.reverse', 'statement.import'],
    guards: ['reasonsRequired', 'transitionRefused', 'alreadyReversed', 'poolInsufficient'],
    // What was taken back by mistake is booked again, by its own act and under its own guards.
    reversible: false,
  },
} as const satisfies Record<string, EntryKindRow>;

export type EntryKind = keyof typeof entryKinds;

/** Refuses an act that does not book entries of this kind. Throws an Error, since only a fault of ours does so. */
export function assertBookedBy(kind: EntryKind, act: Act): void {
  const { name, by }: EntryKindRow = entryKinds[kind];
  if (!by.includes(act)) throw new Error(`${name} is not booked by ${act}`);
}

/** What an entry of any kind refuses. */
export const commonGuards: readonly RefusalCode[] = ['periodClosed', 'keyReused', 'entryUnbalanced'];

/** Refuses a refusal that its row does not name: a guard that the table does not know of. Throws an Error. */
export function assertGuarded(kind: EntryKind, code: RefusalCode): void {
  const { name, guards }: EntryKindRow = entryKinds[kind];
  if (!guards.includes(code) && !commonGuards.includes(code))
    throw new Error(`${name} has no guard that says ${code}`);
}

/**
 * Refuses legs that do not belong in an entry of this kind: an account on a side where its row does not name it. Amounts are
 * cents, debit positive. Throws an Error, since only a fault of ours makes such an entry.
 */
export function assertOfKind(
  kind: EntryKind,
  legs: readonly { account: { kind: AccountKind; code: string }; cents: bigint }[],
): void {
  const row: EntryKindRow = entryKinds[kind];
  const stray = legs.find((leg) => !row[sideOf(leg)].includes(leg.account.kind));
  if (stray)
    throw new Error(`${row.name} books nothing on the ${sideOf(stray)} side of ${stray.account.code}`);
}
