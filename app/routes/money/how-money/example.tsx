import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { type AccountKind, accountKinds } from '~/domain/ledger/accounts';
import {
  type ExampleEntry,
  exampleEnd,
  exampleJournal,
  exampleKinds,
  type ExampleLine,
  exampleSources,
  linesOf,
} from '~/domain/ledger/example';
import { type Cents, zero } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

const journal = exampleJournal();
const end = exampleEnd();

/** What moved on one account in one entry of the example. */
function moved(kind: ExampleEntry['kind'], account: AccountKind): Cents {
  const entry = journal.find((each) => each.kind === kind);
  const lines = entry ? linesOf(entry) : [];
  return lines.find((line) => line.account === account)?.total ?? zero;
}

/** The example in steps, with the amounts that the books give. */
export function ExampleSteps() {
  const { t } = useTranslation();
  const locale = useLocale();
  const euros = (amount: Cents) => formatEuros(amount, locale);
  const amounts = {
    pledge: { amount: euros(moved('pledge', 'available')) },
    receipt: {},
    reservation: { amount: euros(moved('reservation', 'reserved')) },
    grant: {},
    advance: { amount: euros(moved('advance', 'advance')) },
    paymentOrder: { amount: euros(moved('paymentOrder', 'payable')) },
    payment: { amount: euros(moved('payment', 'bank')) },
    settlement: {
      spent: euros(moved('settlement', 'cost')),
      claimed: euros(moved('settlement', 'claim')),
      freed: euros(moved('settlement', 'available')),
    },
    clawback: { amount: euros(moved('clawback', 'bank')) },
  } satisfies Record<ExampleEntry['kind'], object>;
  const { budget } = end;
  return (
    <>
      <ol className="wk-journey">
        {exampleKinds.map((kind) => (
          <li key={kind}>
            <Heading level={3}>{t(`money.how.steps.${kind}.title`)}</Heading>
            <p>{t(`money.how.steps.${kind}.text`, amounts[kind])}</p>
          </li>
        ))}
      </ol>
      <p>
        <strong>
          {t('money.how.end', {
            budget: euros(budget.budget),
            spent: euros(budget.settled),
            left: euros(budget.left),
          })}
        </strong>
      </p>
    </>
  );
}

/** Every entry of the example, per account and kolom. */
export function ExampleBooks() {
  const { t } = useTranslation();
  return (
    <div className="wk-stack--wide">
      {journal.map((entry, index) => (
        <DataTable<ExampleLine>
          key={entry.kind}
          caption={t('money.how.booksTable', { number: index + 1, kind: t(`ledger.kind.${entry.kind}`) })}
          rows={linesOf(entry)}
          rowKey={({ account, side }) => `${account}-${side}`}
          columns={[
            {
              key: 'account',
              label: t('ledger.column.account'),
              cell: ({ account }) => t(`ledger.account.${account}`),
            },
            { key: 'side', label: t('money.how.side'), cell: ({ side }) => t(`money.how.${side}`) },
            ...exampleSources.map(({ sourceId }) => ({
              key: sourceId,
              label: t(`ledger.kolom.${sourceId}`),
              numeric: true,
              cell: ({ shares }: ExampleLine) => (
                <Money
                  cents={shares.find((share) => share.sourceId === sourceId)?.cents ?? zero}
                  look="full"
                />
              ),
            })),
            {
              key: 'total',
              label: t('money.how.amount'),
              numeric: true,
              cell: ({ total }) => (
                <strong>
                  <Money cents={total} look="full" />
                </strong>
              ),
            },
          ]}
        />
      ))}
    </div>
  );
}

const kinds = Object.keys(accountKinds) as AccountKind[];

/** What each account of the books holds. */
export function AccountDefinitions() {
  const { t } = useTranslation();
  return (
    <dl className="wk-terms">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(`ledger.account.${kind}`)}</dt>
          <dd>{t(`money.how.account.${kind}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
