import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MotionResult } from '~/domain/council/motion';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';

export interface DecisionTestsProps {
  motion: MotionResult;
  sitting: number;
  conflicted: number;
  mandateCents: Cents;
  amountCents: Cents;
}

type Name = 'mandate' | 'quorum' | 'validity' | 'majority';

function Test({ name, met, children }: { name: Name; met: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li className="wk-tests__item">
      <p className="wk-tests__name">
        <strong>{t(`council.decision.test.${name}`)}</strong>{' '}
        <Tag tone={met ? 'good' : 'waiting'}>
          {t(met ? 'council.decision.met' : 'council.decision.notMet')}
        </Tag>
      </p>
      <p>{children}</p>
    </li>
  );
}

/** Mandate, quorum, valid vote and majority: each as a sentence with its numbers, so that anybody can count again. */
export function DecisionTests({
  motion,
  sitting,
  conflicted,
  mandateCents,
  amountCents,
}: DecisionTestsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const euros = (cents: Cents) => formatEuros(cents, locale);
  const { quorum, validity, majority } = motion;
  const { present, needed } = quorum;
  return (
    <ul className="wk-plain-list wk-tests">
      <Test name="mandate" met={amountCents <= mandateCents}>
        {t('council.decision.mandate', { mandate: euros(mandateCents), amount: euros(amountCents) })}
      </Test>
      <Test name="quorum" met={quorum.met}>
        {t(needed === 0 ? 'council.decision.quorumFree' : 'council.decision.quorum', {
          present,
          sitting,
          needed,
        })}
      </Test>
      <Test name="validity" met={validity.met}>
        {t(validity.needed === 0 ? 'council.decision.validityFree' : 'council.decision.validity', {
          took: validity.tookPart,
          needed: validity.needed,
          free: sitting - conflicted,
        })}
      </Test>
      <Test name="majority" met={majority.met}>
        {t(majority.tied ? 'council.decision.tie' : 'council.decision.majority', {
          cast: majority.cast,
          for: majority.for,
          needed: majority.needed,
        })}
      </Test>
    </ul>
  );
}
