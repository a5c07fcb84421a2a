import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { formatDate } from '~/ui/date';
import { DateField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatList } from '~/ui/number-format';
import { RuleList } from '~/ui/scheme-rules';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { makeSchemeVersion } from '~/usecases/initiative/make-scheme-version.server';
import { askedScheme, draftIn } from '../shared/scheme-draft.server';
import { SchemeFrame } from '../shared/scheme-frame';
import { RuleMarks } from '../shared/scheme-marks';
import { partNames, type RulePart, ruleParts } from '../shared/scheme-parts';
import { startForm } from './form.server';
import { draftView } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'scheme.manage', write: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const view = await draftView(visit);
  const title = visit.t(view.kind === 'first' ? 'schemeDesk.draft.titleFirst' : 'schemeDesk.draft.title');
  return { title, ...view };
});

export const action = act('scheme.manage', startForm, async (visit, typed) => {
  const scheme = await askedScheme(visit);
  const { validFrom } = await typed();
  const { terms, replaces } = await draftIn(visit, scheme);
  const version = { schemeId: scheme.id, validFrom, terms, replaces: replaces?.id ?? null };
  await makeSchemeVersion(visit.context, version);
  return redirect(paths.initiative.scheme(scheme.id), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemeDraft() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { title, scheme, replaced, problem } = useLoaderData<typeof loader>();
  const heading = replaced
    ? t('schemeDesk.draft.titleReplace', { date: formatDate(replaced, locale) })
    : title;
  return (
    <SchemeFrame title={heading} scheme={scheme} intro={t('schemeDesk.draft.intro')}>
      {problem ? (
        <Alert tone="bad">
          <Heading level={2}>{t('schemeDesk.draft.problem')}</Heading>
          <p>{problem.text}</p>
          <p>
            <PartLink part={problem.part} />
          </p>
        </Alert>
      ) : null}
      {partNames.map((part) => (
        <Part key={part} part={part} />
      ))}
      <Start />
    </SchemeFrame>
  );
}

function Part({ part }: { part: RulePart }) {
  const { t } = useTranslation();
  const { rules, changed } = useLoaderData<typeof loader>();
  const keys: readonly string[] = ruleParts[part];
  return (
    <section className="wk-stack">
      <Heading level={2}>{t(`schemeDesk.part.${part}`)}</Heading>
      <RuleList
        rules={rules.filter(({ key }) => keys.includes(key))}
        mark={(rule) => <RuleMarks rule={rule} changed={changed.includes(rule.key)} />}
      />
      <p>
        <PartLink part={part} />
      </p>
    </section>
  );
}

function PartLink({ part }: { part: RulePart }) {
  const { t } = useTranslation();
  const { scheme, query } = useLoaderData<typeof loader>();
  return (
    <Link href={`${paths.initiative.schemePart(scheme.id, part)}?${query}`}>
      {t('schemeDesk.draft.edit', { part: t(`schemeDesk.part.${part}`) })}
    </Link>
  );
}

function Start() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { start, today, ahead } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const dates = formatList(
    ahead.map((day) => formatDate(day, locale)),
    locale,
  );
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('schemeDesk.draft.whenTitle')}</Heading>
      {ahead.length > 0 ? <p>{t('schemeDesk.draft.ahead', { count: ahead.length, dates })}</p> : null}
      <p className="wk-prose">{t('schemeDesk.draft.follows')}</p>
      <ShortForm
        result={reply?.result}
        submit={t('schemeDesk.draft.submit')}
        defaultValue={{ validFrom: start }}
      >
        {(field) => (
          <DateField
            {...field('validFrom', t('schemeDesk.draft.validFrom'))}
            help={t('schemeDesk.draft.validFromHelp')}
            min={today}
          />
        )}
      </ShortForm>
    </section>
  );
}
