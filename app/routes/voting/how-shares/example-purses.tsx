import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Money } from '~/ui/money';
import { type Cents } from '~/domain/money/cents';
import { type ExamplePurse } from '~/domain/voting/example';

const parts = ['left', 'now', 'before'] as const;
type Part = (typeof parts)[number];

/** What is paid now has a pattern too, so that the bars can be read in grey and on paper. */
function Paint({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="wk-purse__now" width="9" height="9" />
        <rect className="wk-purse__before" width="3" height="9" />
      </pattern>
    </defs>
  );
}

function Fill({ part, id, x, width }: { part: Part; id: string; x: string; width: string }) {
  const fill = part === 'now' ? `url(#${id})` : undefined;
  return <rect className={`wk-purse__${part}`} x={x} width={width} height="100%" fill={fill} />;
}

/** One purse: what is left, what is paid now, and the empty rest. */
function Purse({ purse: { paid, left }, share, id }: { purse: ExamplePurse; share: Cents; id: string }) {
  const percent = (amount: bigint) => Number((amount * 10_000n) / share) / 100;
  const [held, given] = [percent(left), percent(paid)];
  return (
    <svg className="wk-purse" width="100%" height="26" aria-hidden="true" focusable="false">
      <Fill part="before" id={id} x="0" width="100%" />
      {held > 0 ? <Fill part="left" id={id} x="0" width={`${held}%`} /> : null}
      {given > 0 ? <Fill part="now" id={id} x={`${held}%`} width={`${given}%`} /> : null}
    </svg>
  );
}

function Legend({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <ul className="wk-purses__legend">
      {parts.map((part) => (
        <li key={part}>
          <svg className="wk-purse wk-purse--sample" width="28" height="18" aria-hidden="true">
            {part === 'left' ? <Paint id={id} /> : null}
            <Fill part={part} id={id} x="0" width="100%" />
          </svg>
          {t(`shares.rounds.bar.${part}`)}
        </li>
      ))}
    </ul>
  );
}

interface PursesProps {
  purses: readonly ExamplePurse[];
  /** What every purse began with. */
  share: Cents;
  number: number;
}

/** Everybody's purse after a round: a bar and its figures in one table. */
export function ExamplePurses({ purses, share, number }: PursesProps) {
  const { t } = useTranslation();
  const id = useId().replaceAll(':', '');
  return (
    <div className="wk-purses">
      <Legend id={id} />
      <DataTable
        caption={t('shares.rounds.table', { number })}
        captionHidden
        rows={purses}
        rowKey={({ voter }) => voter}
        columns={[
          { key: 'voter', label: t('shares.rounds.voter'), cell: ({ voter }) => voter },
          {
            key: 'purse',
            label: t('shares.rounds.purse'),
            cell: (purse) => <Purse purse={purse} share={share} id={id} />,
          },
          {
            key: 'paid',
            label: t('shares.rounds.paid'),
            numeric: true,
            cell: ({ paid }) => <Money cents={paid} />,
          },
          {
            key: 'left',
            label: t('shares.rounds.left'),
            numeric: true,
            cell: ({ left }) => <Money cents={left} />,
          },
        ]}
      />
    </div>
  );
}
