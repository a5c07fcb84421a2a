import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { councilsOf } from '#db/reads/council/body';
import { profileOf } from '#db/reads/people/person';
import { shownNameForm } from './form.server';
import { Link } from '~/ui/link';
import { RadioGroup } from '~/ui/choice-field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { nameShown, shownNames } from '~/domain/people/name';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { chooseShownName } from '~/usecases/people/choose-shown-name.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'me.read', write: 'me.update' } };

export const loader = page('me.read', async ({ context: { db, actor, today }, t }) => {
  const personId = actor.personId ?? '';
  const [profile, councils] = await Promise.all([profileOf(db, personId), councilsOf(db, personId, today)]);
  return { title: t('people.shownName.title'), profile, sits: councils.length > 0 };
});

export const action = act('me.update', shownNameForm, async (visit, typed) => {
  await chooseShownName(visit.context, (await typed()).shownName);
  return redirect(`${paths.people.me}?bewaard`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ChooseShownName() {
  const { t } = useTranslation();
  const { profile, sits } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const optionOf = (value: (typeof shownNames)[number]) => {
    const name = nameShown(profile?.name ?? null, value);
    return {
      value,
      label: t(`people.shownName.choice.${value}`),
      help: name === null ? undefined : t('people.shownName.as', { name }),
    };
  };
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.shownName.title')}>{t('people.shownName.intro')}</PageHead>
      <ShortForm
        result={reply?.result}
        submit={t('people.shownName.submit')}
        defaultValue={{ shownName: profile?.shownName }}
      >
        {(field) => (
          <RadioGroup
            {...field('shownName', t('people.shownName.question'))}
            options={shownNames.map(optionOf)}
          />
        )}
      </ShortForm>
      {sits ? (
        <p>
          <Link href={paths.people.photo}>{t('people.shownName.photo')}</Link>
        </p>
      ) : null}
    </div>
  );
}
