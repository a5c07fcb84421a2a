import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '~/components/ui/button';
import { Heading } from '~/components/ui/heading';

type Kind = 'missing' | 'forbidden' | 'refused' | 'broken';

function kindOf(status: number): Kind {
  if (status === 404) return 'missing';
  if (status === 403) return 'forbidden';
  return status < 500 ? 'refused' : 'broken';
}

/** What went wrong in plain words, and a way on. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const refused = isRouteErrorResponse(error);
  const kind = kindOf(refused ? error.status : 500);
  const text = refused ? (error.data as { text?: string } | null)?.text : undefined;
  return (
    <>
      <title>{`${t(`site.error.${kind}.title`)} - Wijkkas`}</title>
      <Heading level={1}>{t(`site.error.${kind}.title`)}</Heading>
      {text && kind !== 'missing' ? <p>{text}</p> : null}
      <p>{t(`site.error.${kind}.help`)}</p>
      <p>
        <ButtonLink href="/">{t('site.error.home')}</ButtonLink>
      </p>
    </>
  );
}
