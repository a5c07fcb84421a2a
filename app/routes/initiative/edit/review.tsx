import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Heading } from '~/ui/heading';
import { sentenceOf } from '~/ui/error-summary';
import { Link } from '~/ui/link';
import { type Step, stepOfField, type Warning } from './draft';
import { InitiativeFacts } from '../shared/facts';
import { InitiativeStory } from '../shared/story';
import { type InitiativeView } from '../shared/shown';
import { paths } from '~/paths';

interface ReviewProps {
  view: InitiativeView;
  warnings: readonly Warning[];
  /** How many neighbours must be in favour; 0 when none are needed. */
  needed: number;
}

/** What is still missing, each with the way to mend it; then the page as everyone will see it. */
export function Review({ view, warnings, needed }: ReviewProps) {
  const { t } = useTranslation();
  return (
    <>
      {warnings.length > 0 ? (
        <ToMend number={view.number} warnings={warnings} />
      ) : (
        <Alert tone="good">
          <p>
            <strong>{t('concept.review.ready')}</strong>
          </p>
          <p>
            {needed > 0
              ? t('concept.review.frozenSupport', { count: needed })
              : t('concept.review.frozenSubmit')}{' '}
            {t('concept.review.frozen')}
          </p>
        </Alert>
      )}
      <section className="wk-preview" aria-label={t('concept.review.preview')}>
        <p className="wk-preview__label">{t('concept.review.preview')}</p>
        <Preview view={view} />
      </section>
    </>
  );
}

function ToMend({ number, warnings }: { number: number; warnings: readonly Warning[] }) {
  const { t } = useTranslation();
  const hrefOf = ({ field }: Warning) => {
    const step = stepOfField[field];
    return step ? `${paths.initiative.edit(number, step)}#${field}` : paths.people.details;
  };
  return (
    <Alert tone="waiting">
      <Heading level={2}>{t('concept.review.mend')}</Heading>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.field}${warning.code}`}>
            <Link href={hrefOf(warning)}>
              {sentenceOf(t, warning.text, t(`concept.review.field.${warning.field}`))}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Preview({ view }: { view: InitiativeView }) {
  return (
    <div className="wk-sections">
      <header className="wk-stack">
        <Heading level={2}>{view.title}</Heading>
        {view.summary ? <p className="wk-intro">{view.summary}</p> : null}
        <Change number={view.number} to={['idee']} />
      </header>
      <div className="wk-columns">
        <div className="wk-columns__facts wk-stack">
          <InitiativeFacts view={view} />
          <Change number={view.number} to={['wanneer', 'samen']} />
        </div>
        <div className="wk-columns__story wk-sections">
          <InitiativeStory view={view} />
          <Change number={view.number} to={['verhaal', 'begroting']} />
        </div>
      </div>
    </div>
  );
}

/** Back to the steps that the part above comes from. */
function Change({ number, to }: { number: number; to: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ul className="wk-plain-list">
      {to.map((step) => (
        <li key={step}>
          <Link href={paths.initiative.edit(number, step)}>
            {t('concept.form.change', { step: t(`concept.steps.${step}`) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
