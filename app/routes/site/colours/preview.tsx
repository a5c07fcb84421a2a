import { useTranslation } from 'react-i18next';
import { type Look } from '~/http/settings.server';
import { ButtonGroup, ButtonLink } from '~/ui/button';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';

const here = '#voorbeeld';

/** A page in small, in the colours that somebody looks at. They come with a style sheet, since no page has styles in it. */
export function Preview({ look: { base, colours, sheet }, isAsked }: { look: Look; isAsked: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" id="voorbeeld">
      <Heading level={2}>{t('gemeente.colours.preview.title')}</Heading>
      <p>{t(isAsked ? 'gemeente.colours.preview.intro' : 'gemeente.colours.preview.now')}</p>
      {sheet ? <link rel="stylesheet" href={sheet} /> : null}
      <div className="wk-sample" data-theme={base} data-colours={colours}>
        <p className="wk-sample__header">{t('gemeente.colours.preview.header')}</p>
        <div className="wk-sample__page wk-stack">
          <Heading level={3}>{t('gemeente.colours.preview.heading')}</Heading>
          <p>
            {t('gemeente.colours.preview.text')} <Link href={here}>{t('gemeente.colours.preview.link')}</Link>
          </p>
          <ButtonGroup>
            <ButtonLink href={here}>{t('gemeente.colours.preview.button')}</ButtonLink>
            <ButtonLink href={here} look="secondary">
              {t('gemeente.colours.preview.second')}
            </ButtonLink>
          </ButtonGroup>
        </div>
        <p className="wk-sample__footer">{t('gemeente.colours.preview.footer')}</p>
      </div>
      <p className="wk-small wk-soft">{t('gemeente.colours.preview.evening')}</p>
    </section>
  );
}
