import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '~/ui/button';
import { Heading } from '~/ui/heading';
import { titleOf } from '~/http/page-meta';

type Kind = 'missing' | 'forbidden' | 'refused' | 'broken' | 'away' | 'busy';

function kindOf(status: number, code: string | undefined): Kind {
  if (status === 503) return code === 'busy' ? 'busy' : 'away';
  if (status === 404) return 'missing';
  if (status === 403) return 'forbidden';
  return status < 500 ? 'refused' : 'broken';
}

/** What went wrong in plain words, and a way on. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const refused = isRouteErrorResponse(error);
  const { pathname, search } = useLocation();
  const told = refused ? (error.data as { code?: string; text?: string } | null) : null;
  const kind = kindOf(refused ? error.status : 500, told?.code);
  const text = told?.text;
  return (
    <div className="wk-page wk-page--narrow">
      <title>{titleOf(t(`site.error.${kind}.title`))}</title>
      <Heading level={1}>{t(`site.error.${kind}.title`)}</Heading>
      {text && kind !== 'missing' ? <p>{text}</p> : null}
      <p>{t(`site.error.${kind}.help`)}</p>
      <p>
        {kind === 'away' || kind === 'busy' ? (
          <ButtonLink href={pathname + search}>{t('site.error.again')}</ButtonLink>
        ) : (
          <ButtonLink href="/">{t('site.error.home')}</ButtonLink>
        )}
      </p>
    </div>
  );
}
