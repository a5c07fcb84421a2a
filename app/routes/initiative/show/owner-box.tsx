import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { AskedAlong, type AskedPerson } from '../shared/asked-along';
import { ShowHomeFirst } from '../shared/show-home-first';
import { type Standing } from '../shared/status';
import { paths } from '~/paths';

interface OwnerBoxProps {
  number: number;
  standing: Standing;
  /** Whether it can still be taken back. */
  mayWithdraw: boolean;
  asked: readonly AskedPerson[];
  /** They must first show where they live. */
  unproven: boolean;
}

/** What an applicant can do now; nobody else sees it. */
export function OwnerBox({ number, standing, mayWithdraw, asked, unproven }: OwnerBoxProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { state, short, submitBy } = standing;
  if (!mayWithdraw) return null;
  const advice = state === 'gathering' ? (short > 0 ? 'gathering' : 'ready') : 'waiting';
  return (
    <section className="wk-owner wk-stack wk-no-print" aria-labelledby="jouw">
      <Heading level={2} id="jouw">
        {t('initiative.owner.title')}
      </Heading>
      <p>{t(`initiative.owner.${advice}`)}</p>
      {state === 'gathering' && submitBy ? (
        <p>{t('initiative.owner.deadline', { date: formatDate(submitBy, locale) })}</p>
      ) : null}
      {asked.length > 0 ? <p>{t('concept.asked.title')}</p> : null}
      <AskedAlong number={number} people={asked} />
      {unproven && state === 'gathering' ? <ShowHomeFirst /> : null}
      {advice === 'ready' && !unproven ? (
        <Form reloadDocument action={paths.initiative.submit(number)}>
          <Button>{t('initiative.owner.submit')}</Button>
        </Form>
      ) : null}
      <p>
        <Link href={paths.initiative.withdraw(number)}>{t('initiative.owner.withdraw')}</Link>
      </p>
    </section>
  );
}
