import { yearOf } from '~/domain/calendar';
import { type Share } from '~/domain/ledger/posting';
import { type Reserved, type YearEndPart, type YearEndPlan } from '~/domain/ledger/year-end';
import { cents, type Cents } from '~/domain/money/cents';
import { type ModelSource } from './money-model';

type Ending = { rests: ReadonlyMap<string, Cents>; reserved: readonly (Reserved & { carryOver: boolean })[] };
type Promise = ModelSource & { promised: Cents; carried: Cents };

/**
 * The end of a year as the papers say it, counted otherwise than the books do: every source says how many cents may stay
 * of all its rests together, and hands them out one after the other to the wijk that then lacks most of its part.
 */
export function endYear(year: number, pools: readonly Ending[], sources: readonly Promise[]): YearEndPlan[] {
  const plans = pools.map(({ reserved }) => ({
    released: reserved.filter(({ carryOver }) => !carryOver),
    kept: reserved.filter(({ carryOver }) => carryOver),
    parts: [] as YearEndPart[],
  }));
  for (const source of sources) {
    const rests = pools.map(({ rests: own }, index) => {
      const freed = plans[index]?.released.flatMap(({ shares }) => shares) ?? [];
      return (own.get(source.id) ?? 0n) + of(source.id, freed);
    });
    const stays = handedOut(
      staying(
        source,
        rests.reduce((a, b) => a + b, 0n),
        year,
      ),
      rests,
    );
    for (const [index, rest] of rests.entries()) {
      if (rest === 0n) continue;
      const carried = cents(stays[index] ?? 0n);
      const part = { sourceId: source.id, rest: cents(rest), carried, returned: cents(rest - carried) };
      plans[index]?.parts.push(part);
    }
  }
  return plans;
}

const of = (sourceId: string, shares: readonly Share[]) =>
  shares.reduce((total, share) => (share.sourceId === sourceId ? total + share.cents : total), 0n);

function staying(
  { rollover, rolloverPct, expiresOn, promised, carried }: Promise,
  whole: bigint,
  year: number,
) {
  if (rollover === 'lapses' || (expiresOn !== null && yearOf(expiresOn) <= year)) return 0n;
  if (rollover === 'stays') return whole;
  const part = promised * BigInt(rolloverPct);
  const room = (part - (part % 100n)) / 100n - carried;
  if (room <= 0n) return 0n;
  return room < whole ? room : whole;
}

/** Whole parts first; then cent by cent to who lacks most, the first of those that lack as much. */
function handedOut(amount: bigint, rests: readonly bigint[]): bigint[] {
  const whole = rests.reduce((a, b) => a + b, 0n);
  if (whole === 0n) return [...rests];
  const given = rests.map((rest) => (rest * amount - ((rest * amount) % whole)) / whole);
  const lack = (index: number) => (rests[index] ?? 0n) * amount - (given[index] ?? 0n) * whole;
  for (let left = amount - given.reduce((a, b) => a + b, 0n); left > 0n; left -= 1n) {
    const most = rests.reduce((best, _, index) => (lack(index) > lack(best) ? index : best), 0);
    given[most] = (given[most] ?? 0n) + 1n;
  }
  return given;
}
