import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/paths';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { TextField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { titleOf } from '~/http/page-meta';
import { waysOn } from '~/http/ways-on';

type Kind = 'missing' | 'gone' | 'forbidden' | 'refused' | 'broken' | 'away' | 'busy';

function kindOf(status: number, code: string | undefined): Kind {
  if (status === 503) return code === 'busy' ? 'busy' : 'away';
  if (status === 404) return 'missing';
  if (status === 410) return 'gone';
  if (status === 403) return 'forbidden';
  return status < 500 ? 'refused' : 'broken';
}

/** What went wrong in plain words, and ways on: again or home, a search, and the four parts of the site. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const refused = isRouteErrorResponse(error);
  const { pathname, search } = useLocation();
  const refusal = refused ? (error.data as { code?: string; text?: string } | null) : null;
  const kind = kindOf(refused ? error.status : 500, refusal?.code);
  const text = refusal?.text;
  return (
    <div className="wk-page wk-page--narrow">
      <div className="wk-stack">
        <title>{titleOf(t(`site.error.${kind}.title`))}</title>
        <Heading level={1}>{t(`site.error.${kind}.title`)}</Heading>
        {text && kind !== 'missing' ? <p>{text}</p> : null}
        <p>{t(`site.error.${kind}.help`)}</p>
        <p>
          {kind === 'away' || kind === 'busy' ? (
            <ButtonLink href={pathname + search}>{t('site.error.again')}</ButtonLink>
          ) : (
            <ButtonLink href={paths.site.home}>{t('site.error.home')}</ButtonLink>
          )}
        </p>
      </div>
      <WaysOn />
    </div>
  );
}

function WaysOn() {
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-stack--wide" aria-labelledby="verder">
      <Heading level={2} id="verder">
        {t('site.error.ways.title')}
      </Heading>
      <form className="wk-search" method="get" action={paths.initiative.list} role="search">
        <div className="wk-search__text">
          <TextField name="zoek" type="search" label={t('site.error.search')} optionalMark={false} />
          <Button look="secondary">{t('initiative.search.submit')}</Button>
        </div>
      </form>
      <ul className="wk-cards">
        {waysOn.map(({ name, href }) => (
          <Card key={name} href={href} title={t(`site.nav.${name}`)}>
            <p>{t(`site.error.ways.${name}`)}</p>
          </Card>
        ))}
      </ul>
    </section>
  );
}
