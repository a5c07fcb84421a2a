import { useTranslation } from 'react-i18next';
import { type subAccountsOf } from '#db/reads/grants/grant';
import { type AccountKind, onNormalSide, uncollectable } from '~/domain/ledger/accounts';
import { cents, type Cents, sum } from '~/domain/money/cents';
import { SourceMoney } from '~/ui/source-money';

export type SubAccount = Awaited<ReturnType<typeof subAccountsOf>>[number];

const shown = [
  'committed',
  'advance',
  'payable',
  'underWay',
  'claim',
  'blocked',
  'cost',
  'uncollectable',
  'income',
] as const;
type Shown = (typeof shown)[number];

const columnOf = ({ kind, detail }: SubAccount): AccountKind | 'uncollectable' =>
  kind === 'cost' && detail === uncollectable ? 'uncollectable' : kind;

/** Where the money of one grant stands: per source and account, each on its normal side; accounts that are empty are left out. */
export function GrantAccounts({ rows }: { rows: readonly SubAccount[] }) {
  const { t } = useTranslation();
  const used = shown.filter((column) => rows.some((row) => columnOf(row) === column));
  if (used.length === 0) return <p>{t('grant.page.accountsNone')}</p>;
  const sources = [...new Map(rows.map((row) => [row.sourceId, row])).values()];
  return (
    <>
      <SourceMoney
        caption={t('grant.page.accountsTable')}
        captionHidden
        columns={used.map((column) =>
          t(column === 'uncollectable' ? 'grant.page.uncollectable' : `ledger.account.${column}`),
        )}
        rows={sources.map(({ sourceId, source, kolom }) => {
          const own = rows.filter((row) => row.sourceId === sourceId);
          return { id: sourceId, name: source, kolom, figures: used.map((column) => on(own, column)) };
        })}
      />
      <p className="wk-small wk-soft">{t('grant.page.accountsZero')}</p>
    </>
  );
}

/** What stands in one column, in cents on the normal side of its account. */
function on(rows: readonly SubAccount[], column: Shown): Cents {
  const own = rows.filter((row) => columnOf(row) === column);
  return sum(own.map(({ kind, cents: standing }) => cents(onNormalSide(kind, standing))));
}
