import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-field';
import { Form } from '~/ui/form';
import { errorAt, errorsIn, typedList } from '~/ui/form-errors';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setAreasOfScheme } from '~/usecases/initiative/set-scheme-areas.server';
import { askedScheme } from '../shared/scheme-draft.server';
import { SchemeFrame } from '../shared/scheme-frame';
import { wijkenFor } from '../shared/wijk-choice.server';
import { areasForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'scheme.manage', write: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const { id, name } = await askedScheme(visit);
  return {
    title: visit.t('schemeDesk.areas.title'),
    scheme: { id, name },
    wijken: await wijkenFor(visit, id),
  };
});

export const action = act('scheme.manage', areasForm, async (visit, typed) => {
  const { id } = await askedScheme(visit);
  await setAreasOfScheme(visit.context, id, (await typed()).areaIds);
  return redirect(paths.initiative.scheme(id), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemeAreas() {
  const { t } = useTranslation();
  const { scheme, wijken } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const label = t('schemeDesk.areas.label');
  const own = wijken.filter((wijk) => wijk.own).map(({ id }) => id);
  return (
    <SchemeFrame
      title={t('schemeDesk.areas.title')}
      scheme={scheme}
      intro={t('schemeDesk.areas.intro', { name: scheme.name })}
      narrow
    >
      <Form reloadDocument noValidate errors={errorsIn(result, () => label)} className="wk-stack--wide">
        <CheckboxGroup
          name="areaIds"
          label={label}
          help={t('schemeDesk.areas.help')}
          options={wijken.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={typedList(result, 'areaIds') ?? own}
          error={errorAt(result, 'areaIds')}
          optionalMark={false}
        />
        <Alert tone="waiting">
          <p>{t('schemeDesk.areas.warning')}</p>
        </Alert>
        <div>
          <Button>{t('schemeDesk.areas.submit')}</Button>
        </div>
      </Form>
    </SchemeFrame>
  );
}
