import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '#db/reads/council/administration';
import { rulesForm } from './form.server';
import { ruleFields } from './rule-fields';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { managed } from '~/routes/council/shared/admin-view.server';
import { ShortForm } from '~/ui/form';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { addDays } from '~/domain/calendar';
import { presetNames, presets, ruleNumbers } from '~/domain/council/rules-of-order';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setRules } from '~/usecases/council/set-rules.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { db, today } = visit.context;
  const council = await managed(visit);
  const versions = await rulesOf(db, council.id);
  const current = versions.find(({ validFrom }) => validFrom <= today);
  const preset = presetNames.find((name) => name === visit.url.searchParams.get('voorbeeld'));
  const shown = preset ? presets[preset] : (current ?? presets.supporting);
  const votes = (kind: (typeof shown.votingKinds)[number]) =>
    shown.votingKinds.includes(kind) ? 'yes' : 'no';
  return {
    ...{ title: visit.t('council.admin.rules.formTitle'), council },
    known: {
      from: current?.validFrom === today ? addDays(today, 1) : today,
      ...Object.fromEntries(ruleNumbers.map((name) => [name, String(shown[name])])),
      professionalVotes: votes('professional'),
      networkerVotes: votes('networker'),
      areaManagerVotes: votes('areaManager'),
    },
  };
});

export const action = act('council.manage', rulesForm, async (visit, typed) => {
  const council = await managed(visit);
  await setRules(visit.context, { bodyId: council.id, ...(await typed()) });
  return redirect(paths.council.admin(council.slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function RulesOfOrder() {
  const { t } = useTranslation();
  const { council, known } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.rules.formTitle')} />
      <PageHead title={t('council.admin.rules.formTitle')}>{t('council.admin.rules.intro')}</PageHead>
      <div className="wk-stack">
        <p>{t('council.admin.rules.presets')}</p>
        <ul>
          {presetNames.map((name) => (
            <li key={name}>
              <Link href={`${paths.council.rules(council.slug)}?voorbeeld=${name}`}>
                {t(`council.admin.preset.${name}.label`)}
              </Link>
              <br />
              <span className="wk-small wk-soft">{t(`council.admin.preset.${name}.help`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <ShortForm result={reply?.result} submit={t('council.admin.rules.submit')} defaultValue={known}>
        {(field) => ruleFields(t, field)}
      </ShortForm>
    </div>
  );
}
