import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { errorsIn } from '~/ui/form-errors';
import { useLocale } from '~/ui/locale';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { type Visit } from '~/http/visit.server';
import { withdrawVersion } from '~/usecases/initiative/withdraw-scheme-version.server';
import { askedScheme } from '../shared/scheme-draft.server';
import { SchemeFrame } from '../shared/scheme-frame';
import { paths } from '~/paths';

export const handle = { access: { read: 'scheme.manage', write: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const { id, name, versions } = await askedScheme(visit);
  const version = versions.find((each) => each.id === versionIn(visit));
  if (!version) throw new DomainError('notFound');
  return {
    title: visit.t('schemeDesk.withdraw.title'),
    scheme: { id, name },
    validFrom: version.validFrom,
    ahead: version.standing === 'ahead',
    last: versions.filter(({ standing }) => standing !== 'withdrawn').length === 1,
  };
});

export const action = act('scheme.manage', noFields, async (visit) => {
  const { id } = await askedScheme(visit);
  await withdrawVersion(visit.context, { schemeId: id, id: versionIn(visit) });
  return redirect(paths.initiative.scheme(id), 303);
});

const versionIn = ({ params }: Visit) => idIn(params.versie);

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemeWithdraw() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { title, scheme, validFrom, ahead, last } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intro = { name: scheme.name, date: formatDate(validFrom, locale) };
  const back = (
    <ButtonLink look="secondary" href={paths.initiative.scheme(scheme.id)}>
      {t('schemeDesk.withdraw.back')}
    </ButtonLink>
  );
  if (!ahead) {
    return (
      <SchemeFrame title={title} scheme={scheme} narrow>
        <ErrorSummary errors={errorsIn(result)} />
        <Alert tone="waiting">
          <p>{t('schemeDesk.withdraw.started')}</p>
        </Alert>
        <p>{back}</p>
      </SchemeFrame>
    );
  }
  return (
    <SchemeFrame title={title} scheme={scheme} intro={t('schemeDesk.withdraw.intro', intro)} narrow>
      <div className="wk-prose">
        <p>{t(last ? 'schemeDesk.withdraw.nothingLeft' : 'schemeDesk.withdraw.goesOn')}</p>
        <p>{t('schemeDesk.withdraw.kept')}</p>
      </div>
      <Form reloadDocument errors={errorsIn(result)}>
        <ButtonGroup>
          <Button look="danger">{t('schemeDesk.withdraw.submit')}</Button>
          {back}
        </ButtonGroup>
      </Form>
    </SchemeFrame>
  );
}
