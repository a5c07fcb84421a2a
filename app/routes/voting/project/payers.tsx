import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { type Cents } from '~/domain/money/cents';
import { type Payers } from '~/domain/voting/reasons';
import { PartsBar, PartSwatch, percentOf } from '../shared/parts-bar';
import { useRoundTexts } from '../shared/round-texts';

interface ProjectPayersProps {
  payers: Payers;
  /** What one vote or point cost, rounded down. */
  payment: Cents;
  pointed: boolean;
  currency: string;
}

const looks = { inFull: 'full', allTheyHad: 'hatched', nothing: 'dotted' } as const;
const parts = ['inFull', 'allTheyHad', 'nothing'] as const;

/** How the supporters of a project that equal shares chose paid it together. */
export function ProjectPayers({ payers, payment, pointed, currency }: ProjectPayersProps) {
  const { t } = useTranslation();
  const { amount, number } = useRoundTexts(currency);
  const id = useId().replaceAll(':', '');
  const count = payers.inFull + payers.allTheyHad + payers.nothing;
  const price = amount(payment);
  return (
    <section className="wk-stack wk-project-figure">
      <Heading level={2}>{t('project.payers.title')}</Heading>
      <p>{t(pointed ? 'project.payers.perPoint' : 'project.payers.each', { price })}</p>
      <PartsBar
        id={id}
        parts={parts.map((key) => ({
          key,
          look: looks[key],
          percent: percentOf(BigInt(payers[key]), BigInt(count)),
        }))}
      />
      <dl className="wk-parts__legend">
        {parts.map((key) => (
          <div key={key}>
            <dt>
              <PartSwatch id={id} look={looks[key]} />
              {t(`project.payers.${key}`)}
            </dt>
            <dd className="wk-figures">
              {t('project.payers.people', { count: payers[key], people: number(payers[key]) })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="wk-small">{t('project.rounded')}</p>
    </section>
  );
}
