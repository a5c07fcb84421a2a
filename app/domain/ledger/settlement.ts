import { DomainError } from '../errors';
import { type Cents, max, min, subtract, sum, zero } from '../money/cents';
import { accounts, type Pool, uncollectable } from './accounts';
import { attribute, type Standing } from './attribution';
import { type Kolom } from './kolom';
import { credit, debit, joined, type Leg, type Share, totalOf } from './posting';
import { moved, rest } from './rules';
import { type TaskField } from './task-field';

/** A grant as the books know it: where its money comes from and where its cost is counted. */
export type Grant = Readonly<{
  pool: Pool;
  grantId: string;
  taskField: TaskField;
  kolomOf: (sourceId: string) => Kolom;
}>;

/** What a settlement does, per source in cents: what was spent, paid after, asked back, and freed for the wijk. */
export type Settled = Readonly<{ spent: Share[]; after: Share[]; claimed: Share[]; freed: Share[] }>;

/**
 * What a grantee may keep: what was spent less what others paid, never below zero and never more than was granted
 * (domain.md §2.4). Throws 'amountInvalid' for a negative amount.
 */
export function settledAmount(input: { granted: Cents; cost: Cents; otherIncome: Cents }): Cents {
  if (input.cost < 0n || input.otherIncome < 0n) throw new DomainError('amountInvalid');
  return max(zero, min(input.granted, subtract(input.cost, input.otherIncome)));
}

/**
 * Settles a grant at `amount` cents (domain.md §5.4, VASTSTELLING). Above the advance each source pays on by its part
 * of the grant; below it each is asked back by its part of the advance. What the grant no longer needs is freed.
 * Throws 'amountInvalid' (negative) and 'settlementTooHigh' (more than was granted).
 */
export function settle(amount: Cents, committed: readonly Share[], advanced: readonly Share[]): Settled {
  if (amount < 0n) throw new DomainError('amountInvalid');
  const granted = totalOf(committed);
  if (amount > granted) throw new DomainError('settlementTooHigh', { detail: { amount, granted } });
  const paid = totalOf(advanced);
  const claimed = amount < paid ? attribute(subtract(paid, amount), weights(advanced)) : [];
  const after = amount > paid ? attribute(subtract(amount, paid), unpaid(committed, advanced)) : [];
  const spent = joined(rest(advanced, claimed), after);
  return { spent, after, claimed, freed: rest(committed, joined(advanced, after)) };
}

/** The legs of a settlement. Throws 'amountInvalid' when nothing was granted. */
export function settlementLegs(
  grant: Grant,
  { spent, after, claimed, freed }: Settled,
  committed: readonly Share[],
  advanced: readonly Share[],
): Leg[] {
  const { pool, grantId } = grant;
  return [
    ...moved(committed, (share) => [debit(accounts.committed(pool, grantId), share)]),
    ...some(advanced).map((share) => credit(accounts.advance(pool, grantId), share)),
    ...some(after).map((share) => credit(accounts.payable(pool, grantId), share)),
    ...some(freed).map((share) => credit(accounts.available(pool), share)),
    ...some(claimed).flatMap((share) => [
      debit(accounts.claim(pool, grantId), share),
      credit(accounts.blocked(pool, grantId), share),
    ]),
    ...some(spent).flatMap((share) => [
      debit(accounts.cost(pool, grant.taskField, grantId), share),
      credit(accounts.income(pool, grant.kolomOf(share.sourceId), grantId), share),
    ]),
  ];
}

/**
 * Splits what is received back, or written off, over the sources that a claim belongs to; `weight` is what was claimed
 * for each and `attributed` what of it is settled already. Throws 'amountInvalid' and 'claimTooLow'.
 */
export function attributeClaim(amount: Cents, claims: readonly Standing[]): Share[] {
  const open = sum(claims.map(({ weight, attributed }) => subtract(weight, attributed)));
  if (amount > open) throw new DomainError('claimTooLow', { detail: { amount, open } });
  return attribute(amount, claims);
}

/** Claimed money comes back and is free again for the wijk (TERUGONTVANGST). Throws 'amountInvalid'. */
export function clawbackLegs(shares: readonly Share[], { pool, grantId }: Grant): Leg[] {
  return moved(shares, (share) => [
    debit(accounts.bank(), share),
    debit(accounts.blocked(pool, grantId), share),
    credit(accounts.claim(pool, grantId), share),
    credit(accounts.available(pool), share),
  ]);
}

/** A claim that will not be paid becomes cost, by decision (AFBOEKING). Throws 'amountInvalid'. */
export function writeOffLegs(shares: readonly Share[], { pool, grantId, kolomOf }: Grant): Leg[] {
  return moved(shares, (share) => [
    debit(accounts.cost(pool, uncollectable, grantId), share),
    debit(accounts.blocked(pool, grantId), share),
    credit(accounts.claim(pool, grantId), share),
    credit(accounts.income(pool, kolomOf(share.sourceId), grantId), share),
  ]);
}

/** What each source of a grant has to give, and gave in advance. */
export function unpaid(committed: readonly Share[], advanced: readonly Share[]): Standing[] {
  return committed.map(({ sourceId, cents: weight }) => ({
    sourceId,
    weight,
    attributed: advanced.find((share) => share.sourceId === sourceId)?.cents ?? zero,
  }));
}

function weights(shares: readonly Share[]): Standing[] {
  return shares.map(({ sourceId, cents: weight }) => ({ sourceId, weight, attributed: zero }));
}

const some = (shares: readonly Share[]) => shares.filter((share) => share.cents > 0n);
