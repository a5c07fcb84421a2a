import { type CalendarDate } from '../calendar';
import { DomainError } from '../errors';
import { type TargetGroup, type Theme } from '../initiative/purpose';
import { type Cents, min, subtract, sum } from '../money/cents';
import { attribute, type Standing } from './attribution';
import { type Share } from './posting';

/**
 * What a funder's money may be used for: each condition that is not null binds. It may be used from `validFrom` up to
 * and including `expiresOn`.
 */
export type Earmark = Readonly<{
  theme: Theme | null;
  targetGroup: TargetGroup | null;
  areaId: string | null;
  validFrom: CalendarDate | null;
  expiresOn: CalendarDate | null;
}>;

/** A source's standing in a pool with its earmark; a list of lots stands in the declared order. */
export type Lot = Standing & Earmark;

/** What money is needed for, and on which day. */
export type Purpose = Readonly<{
  theme: Theme | null;
  targetGroup: TargetGroup | null;
  areaId: string;
  on: CalendarDate;
}>;

/** Money for everything. */
export const noEarmark: Earmark = {
  theme: null,
  targetGroup: null,
  areaId: null,
  validFrom: null,
  expiresOn: null,
};

/** Whether money with this earmark may be used for this purpose on its day. */
export function mayUse(earmark: Earmark, purpose: Purpose): boolean {
  const { theme, targetGroup, areaId, validFrom, expiresOn } = earmark;
  return (
    (theme === null || theme === purpose.theme) &&
    (targetGroup === null || targetGroup === purpose.targetGroup) &&
    (areaId === null || areaId === purpose.areaId) &&
    (validFrom === null || validFrom <= purpose.on) &&
    (expiresOn === null || purpose.on <= expiresOn)
  );
}

/**
 * Splits an amount in cents over the sources that may pay for a purpose (domain.md §5.5): earmarked money before free
 * money, what expires first before what lasts, and by largest deficit between sources that are equal in both, in the
 * declared order. Throws 'amountInvalid' (negative) or 'poolInsufficient' (what may be used is not enough).
 */
export function attributeFor(amount: Cents, lots: readonly Lot[], purpose: Purpose): Share[] {
  if (amount < 0n) throw new DomainError('amountInvalid');
  const usable = lots.filter((lot) => mayUse(lot, purpose));
  const left = sum(usable.map(({ weight, attributed }) => subtract(weight, attributed)));
  if (amount > left) throw new DomainError('poolInsufficient', { detail: { amount, left } });
  let open = amount;
  return inTiers(usable).flatMap((tier) => {
    const free = sum(tier.map(({ weight, attributed }) => subtract(weight, attributed)));
    const part = min(open, free);
    open = subtract(open, part);
    return attribute(part, tier);
  });
}

/** Groups of lots that are used up one group after the other. */
function inTiers(lots: readonly Lot[]): Lot[][] {
  const tiers = new Map<string, Lot[]>();
  for (const lot of lots) tiers.set(rank(lot), [...(tiers.get(rank(lot)) ?? []), lot]);
  return [...tiers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tier]) => tier);
}

/** Sorts as text: earmarked first, then the day of expiry, never last. */
function rank({ theme, targetGroup, areaId, expiresOn }: Lot): string {
  const earmarked = theme !== null || targetGroup !== null || areaId !== null;
  return `${earmarked ? 0 : 1} ${expiresOn ?? 'never'}`;
}
