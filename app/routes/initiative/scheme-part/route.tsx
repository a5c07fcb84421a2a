import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { type FunctionComponent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { Link } from '~/ui/link';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { askedScheme, draftIn, queryOf } from '../shared/scheme-draft.server';
import { SchemeFrame } from '../shared/scheme-frame';
import { type RulePart } from '../shared/scheme-parts';
import { termForms, typedTerms } from '../shared/scheme-terms.server';
import { labelOf } from './labels';
import { AmountsPart, CheckPart, PayPart, ResidencePart, TermsPart, WhoPart } from './plain-parts';
import { type PartProps } from './props';
import { CapsPart, SupportPart } from './row-parts';
import { assertPart, partIn } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'scheme.manage', write: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const part = partIn(visit);
  const scheme = await askedScheme(visit);
  const { terms, replaces } = await draftIn(visit, scheme);
  return {
    title: visit.t(`schemeDesk.part.${part}`),
    part,
    scheme: { id: scheme.id, name: scheme.name },
    typed: typedTerms(terms),
    back: `${paths.initiative.schemeDraft(scheme.id)}?${queryOf(terms, replaces?.id ?? null)}`,
  };
});

export const action = act('scheme.manage', termForms, async (visit, typed) => {
  const part = partIn(visit);
  const scheme = await askedScheme(visit);
  const { terms, replaces } = await draftIn(visit, scheme);
  const changed = { ...terms, ...(await typed(part)) };
  assertPart(changed, part);
  const query = queryOf(changed, replaces?.id ?? null);
  return redirect(`${paths.initiative.schemeDraft(scheme.id)}?${query}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

const formId = 'deel';

const parts: Record<RulePart, FunctionComponent<PartProps>> = {
  wie: WhoPart,
  bedragen: AmountsPart,
  soorten: CapsPart,
  steun: SupportPart,
  wonen: ResidencePart,
  termijnen: TermsPart,
  uitbetalen: PayPart,
  controle: CheckPart,
};

export default function SchemePart() {
  const { t } = useTranslation();
  const { title, part, scheme, typed, back } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const Fields = parts[part];
  const field: PartProps['field'] = (name, optional) => ({
    name,
    label: labelOf(name, t),
    help: t(`schemeDesk.help.${name}`),
    error: errorAt(result, name),
    defaultValue: typedAt(result, name) ?? typed[name],
    required: optional === undefined,
  });
  return (
    <SchemeFrame title={title} scheme={scheme} narrow>
      <ErrorSummary errors={errorsIn(result, (name) => labelOf(name, t))} />
      <Form id={formId} reloadDocument noValidate className="wk-stack--wide">
        <Fields formId={formId} typed={typed} result={result} field={field} />
        <p className="wk-soft">{t('schemeDesk.part.saveHelp')}</p>
        <div>
          <Button>{t('schemeDesk.part.save')}</Button>
        </div>
      </Form>
      <p>
        <Link href={back}>{t('schemeDesk.part.back')}</Link>
      </p>
    </SchemeFrame>
  );
}
