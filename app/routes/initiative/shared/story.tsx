import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { UserText } from '~/ui/user-text';
import { Begroting } from './begroting';
import { type InitiativeView } from './shown';

/** The plan in the applicants' own words, the place and the begroting: the same in the preview and on the public page. */
export function InitiativeStory({ view }: { view: InitiativeView }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="wk-stack" aria-labelledby="plan">
        <Heading level={2} id="plan">
          {t('initiative.page.story')}
        </Heading>
        <div className="wk-prose wk-prose--written">
          <UserText>{view.story}</UserText>
        </div>
        {view.place ? (
          <p className="wk-prose">
            <strong>{t('initiative.page.place')}:</strong> <UserText>{view.place}</UserText>
          </p>
        ) : null}
      </section>
      <section className="wk-stack" aria-labelledby="begroting">
        <Heading level={2} id="begroting">
          {t('initiative.page.budget')}
        </Heading>
        <Begroting {...view} />
      </section>
    </>
  );
}
