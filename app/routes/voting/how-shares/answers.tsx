import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents } from '~/domain/money/cents';
import { useTexts } from './texts';

const ifs = ['equal', 'over'] as const;

/** What happens when projects are equal, and when money is left. */
export function SharesIfs({ over }: { over: Cents }) {
  const { t } = useTranslation();
  const { euros } = useTexts();
  return (
    <div className="wk-split">
      {ifs.map((name) => (
        <section key={name} className="wk-stack">
          <Heading level={3}>{t(`shares.ifs.${name}.title`)}</Heading>
          {t(`shares.ifs.${name}.body`, { returnObjects: true, over: euros(over) }).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  );
}

/** What holds for every count by equal shares that is raised and filled up, and what does not. */
export function SharesPromises() {
  const { t } = useTranslation();
  return (
    <div className="wk-split">
      {(['yes', 'no'] as const).map((name) => (
        <section key={name} className="wk-stack">
          <Heading level={3}>{t(`shares.promises.${name}`)}</Heading>
          <ul>
            {t(`shares.promises.${name}List`, { returnObjects: true }).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {name === 'no' ? <p>{t('shares.promises.why')}</p> : null}
        </section>
      ))}
    </div>
  );
}

/** The ways of counting that stand beside it. */
export function OtherWays() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('shares.others.intro')}</p>
      <dl className="wk-terms">
        {(['votes', 'perEuro'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`shares.others.list.${name}.title`)}</dt>
            <dd>{t(`shares.others.list.${name}.text`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** How anybody counts an outcome again. */
export function Recount() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('shares.recount.intro')}</p>
      <ol>
        {t('shares.recount.steps', { returnObjects: true }).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="wk-command" tabIndex={0} aria-label={t('shares.recount.command')}>
        <code>npm run --silent recount -- {t('shares.recount.folder')}</code>
      </pre>
      <p>{t('shares.recount.answer')}</p>
      <p>
        {t('shares.recount.format')}{' '}
        <Link href="https://pabulib.org/format">{t('shares.recount.toFormat')}</Link>
      </p>
    </>
  );
}
