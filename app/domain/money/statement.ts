import { type Cents, min, negate, subtract, sum } from './cents';

/** The largest file that is read, in bytes: some 10,000 movements. Reading more would keep everybody else waiting. */
export const maxStatementBytes = 4 * 1024 * 1024;

/** What a movement on a bank statement can turn out to be. */
export const matchKinds = [
  'payment',
  'return',
  'receipt',
  'clawback',
  /** The line of another statement again. */
  'double',
  'bankCost',
  /** Received above what a source promised: set apart. */
  'parked',
  'notOurs',
  /** What was set apart got its destination. */
  'assigned',
] as const;
export type MatchKind = (typeof matchKinds)[number];

/** What somebody who pays back a grant writes with the payment, so that it is recognised: 'WK-T12'. */
export function claimReference(initiativeNumber: number): string {
  return `WK-T${initiativeNumber}`;
}

/** A payment of ours that the bank may name, and what it told about it before: each can be told once. */
export type KnownPayment = Readonly<{
  lineId: string;
  cents: Cents;
  reported: ReadonlySet<'payment' | 'return'>;
}>;

/** Money that may come in: of a source, under its code, or of a claim, under its reference. */
export type Expected = Readonly<{
  kind: 'receipt' | 'clawback';
  /** The id of the source or the initiative. */
  id: string;
  reference: string;
  open: Cents;
}>;

/** A movement as it is matched; cents, positive is into the account, never zero. */
export type Movement = Readonly<{
  cents: Cents;
  text: string;
  byEndToEndId: KnownPayment | undefined;
  /** All payments of a batch that the bank booked as one movement. */
  ofBatch: readonly KnownPayment[];
}>;

/** What a movement is; null when a person must say it. */
export type Match =
  | { kind: 'payment'; lineIds: string[] }
  | { kind: 'return'; lineId: string }
  | { kind: 'receipt' | 'clawback'; id: string }
  | null;

/** Of what is expected and has so much open, the twenty nearest to an amount: what a person may choose from. */
export function nearestTo<Money extends Pick<Expected, 'open'>>(
  amount: Cents,
  expected: readonly Money[],
): Money[] {
  return expected
    .filter(({ open }) => open >= amount)
    .sort((a, b) => Number(a.open - b.open))
    .slice(0, 20);
}

/** How much of what came in is what was open, and how much is above that, in cents. */
export function splitAtOpen(amount: Cents, open: Cents): { received: Cents; excess: Cents } {
  const received = min(amount, open);
  return { received, excess: subtract(amount, received) };
}

/** The expected money that a text names by its reference. */
export function namedIn<Money extends Pick<Expected, 'reference'>>(
  text: string,
  expected: readonly Money[],
): Money[] {
  const words = new Set(text.toUpperCase().split(/[^A-Z0-9-]/));
  return expected.filter(({ reference }) => words.has(reference.toUpperCase()));
}

/** A source as money may come of it, with the accounts that sent for it before. */
type Giver = Pick<Expected, 'open' | 'reference'> & { from: readonly string[] };

/**
 * The sources of which a movement may be more than they have open (in cents, also nothing): its text names them, or it came
 * from an account that sent for them before.
 */
export function exceededBy<Source extends Giver>(
  { rest, text, counterIban }: { rest: Cents; text: string; counterIban: string | null },
  sources: readonly Source[],
): Source[] {
  const named = new Set(namedIn(text, sources));
  const sent = ({ from }: Source) => counterIban !== null && from.includes(counterIban);
  return sources.filter((each) => each.open < rest && (named.has(each) || sent(each)));
}

/**
 * Says what a movement on a statement is, by what names it and its amount: a payment that went out, one that came back,
 * or money that was expected and is named in its text. When two things are named, the amount does not fit, the bank told
 * the same before, or what came back was never told to be paid, it says nothing: a person decides, or a later statement.
 */
export function matchMovement(movement: Movement, expected: readonly Expected[]): Match {
  const { cents, byEndToEndId } = movement;
  if (cents < 0n) return paymentIn(movement);
  if (byEndToEndId) {
    const { lineId, reported } = byEndToEndId;
    const isOut = reported.has('payment') && !reported.has('return');
    return byEndToEndId.cents === cents && isOut ? { kind: 'return', lineId } : null;
  }
  const named = namedIn(movement.text, expected);
  const [only] = named;
  return only && named.length === 1 && cents <= only.open ? { kind: only.kind, id: only.id } : null;
}

function paymentIn({ cents, byEndToEndId, ofBatch }: Movement): Match {
  const named = byEndToEndId ? [byEndToEndId] : ofBatch;
  const whole = sum(named.map((payment) => payment.cents));
  if (whole !== negate(cents) || named.some(({ reported }) => reported.has('payment'))) return null;
  return { kind: 'payment', lineIds: named.map(({ lineId }) => lineId) };
}
