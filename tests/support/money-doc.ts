import { type AccountKind, accountKinds } from '~/domain/ledger/accounts';
import { type ExampleEntry, exampleSources, linesOf } from '~/domain/ledger/example';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { type Leg } from '~/domain/ledger/posting';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

/** The tables of docs/how-it-works/money.md, as the code says them. */
export const money = (amount: Cents) => formatEuros(amount, 'nl', 'full').replaceAll('\u00a0', ' ');

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Every kind of entry: its accounts, who books it and what it refuses. */
export function kindsTable(): string {
  const everyAccount = Object.keys(accountKinds).length;
  const named = (accounts: readonly AccountKind[]) =>
    accounts.length === everyAccount
      ? 'the opposite of an entry'
      : accounts.map((kind) => accountKinds[kind].segment).join(', ');
  const coded = (names: readonly string[]) => names.map((word) => `\`${word}\``).join(', ');
  const kinds = Object.keys(entryKinds) as EntryKind[];
  return table(
    ['entry', 'debit', 'credit', 'booked by', 'refuses', 'STORNO'],
    kinds.map((kind) => {
      const { name, debit, credit, by, guards, reversible } = entryKinds[kind];
      return [name, named(debit), named(credit), coded(by), coded(guards), reversible ? 'yes' : 'no'];
    }),
  );
}

/** The lines of the example, one for each account and side of an entry. */
export function exampleTable(
  entries: readonly { kind: ExampleEntry['kind']; legs: readonly Leg[] }[],
): string {
  return table(
    ['nr', 'entry', 'side', 'account', ...exampleSources.map(({ sourceId }) => sourceId), 'together'],
    entries.flatMap(({ kind, legs }, index) =>
      linesOf({ legs }).map(({ account, side, shares, total }) => [
        index + 1,
        entryKinds[kind].name,
        side,
        accountKinds[account].segment,
        ...shares.map((share) => money(share.cents)),
        money(total),
      ]),
    ),
  );
}
