import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-field';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/field';
import { Form } from '~/ui/form';
import { errorAt, errorsIn, typedAt, typedList } from '~/ui/form-errors';
import { Link } from '~/ui/link';
import { legalRegimes } from '~/domain/council/appeal';
import { presetNames, presets } from '~/domain/initiative/scheme-presets';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { createScheme } from '~/usecases/initiative/create-scheme.server';
import { SchemeFrame } from '../shared/scheme-frame';
import { wijkenFor } from '../shared/wijk-choice.server';
import { schemeForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'scheme.manage', write: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => ({
  title: visit.t('schemeDesk.make.title'),
  preset: presetIn(visit.url),
  wijken: await wijkenFor(visit),
}));

export const action = act('scheme.manage', schemeForm, async (visit, typed) => {
  const id = await createScheme(visit.context, await typed());
  const preset = presetIn(visit.url);
  return redirect(`${paths.initiative.schemeDraft(id)}${preset ? `?voorbeeld=${preset}` : ''}`, 303);
});

const presetIn = (url: URL) => presetNames.find((name) => name === url.searchParams.get('voorbeeld')) ?? null;

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemeNew() {
  const { t } = useTranslation();
  const { preset } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const label = (name: string) => (name in labels ? t(labels[name as keyof typeof labels]) : undefined);
  return (
    <SchemeFrame title={t('schemeDesk.make.title')} narrow>
      <ErrorSummary errors={errorsIn(result, label)} />
      {preset ? <NewForm preset={preset} /> : <ChoosePreset />}
    </SchemeFrame>
  );
}

const labels = {
  name: 'schemeDesk.make.name',
  legalRegime: 'scheme.regime.label',
  areaIds: 'schemeDesk.make.wijken',
} as const;

/** A question that changes the address and nothing else. */
function ChoosePreset() {
  const { t } = useTranslation();
  return (
    <form method="get" className="wk-stack--wide">
      <RadioGroup
        name="voorbeeld"
        label={t('schemeDesk.make.choose')}
        help={t('schemeDesk.make.chooseHelp')}
        options={presetNames.map((value) => ({
          value,
          label: t(`schemeDesk.preset.${value}`),
          help: t(`schemeDesk.preset.means.${value}`),
        }))}
        defaultValue={presetNames[0]}
        required
      />
      <div>
        <Button>{t('schemeDesk.make.chooseSubmit')}</Button>
      </div>
    </form>
  );
}

function NewForm({ preset }: { preset: (typeof presetNames)[number] }) {
  const { t } = useTranslation();
  const { wijken } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <>
      <p>
        {t('schemeDesk.make.preset', { preset: t(`schemeDesk.preset.${preset}`) })}{' '}
        <Link href={paths.initiative.schemeNew}>{t('schemeDesk.make.other')}</Link>
      </p>
      <Form reloadDocument noValidate className="wk-stack--wide">
        <TextField
          name="name"
          label={t(labels.name)}
          help={t('schemeDesk.make.nameHelp')}
          defaultValue={typedAt(result, 'name')}
          error={errorAt(result, 'name')}
          required
        />
        <RadioGroup
          name="legalRegime"
          label={t(labels.legalRegime)}
          help={t('schemeDesk.make.regimeHelp')}
          options={legalRegimes.map((value) => ({
            value,
            label: t(`scheme.regime.${value}`),
            help: t(`scheme.regime.means.${value}`),
          }))}
          defaultValue={typedAt(result, 'legalRegime') ?? presets[preset].legalRegime}
          error={errorAt(result, 'legalRegime')}
          required
        />
        {wijken.length > 0 ? (
          <CheckboxGroup
            name="areaIds"
            label={t(labels.areaIds)}
            help={t('schemeDesk.make.wijkenHelp')}
            options={wijken.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={typedList(result, 'areaIds') ?? []}
            error={errorAt(result, 'areaIds')}
          />
        ) : (
          <p>{t('schemeDesk.make.noWijken')}</p>
        )}
        <div>
          <Button>{t('schemeDesk.make.submit')}</Button>
        </div>
      </Form>
    </>
  );
}
