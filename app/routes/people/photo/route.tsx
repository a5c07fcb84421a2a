import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { councilsOf } from '#db/reads/council/body';
import { photoHashOf } from '#db/reads/people/photo';
import { Current } from './current';
import { photoForm } from './form.server';
import { PhotoUpload } from './upload';
import { Alert } from '~/ui/alert';
import { PageHead } from '~/ui/page-head';
import { DomainError } from '~/domain/errors';
import { mostPhotoBytes, photoName } from '~/domain/people/photo';
import { readFormFile } from '~/http/form-file.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setPhoto } from '~/usecases/people/set-photo.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'me.read', write: 'me.update' } };

const done = ['saved', 'removed'] as const;

export const loader = page('me.read', async ({ context: { db, actor, today }, t, url }) => {
  const personId = actor.personId ?? '';
  const [hash, councils] = await Promise.all([photoHashOf(db, personId), councilsOf(db, personId, today)]);
  return {
    title: t('people.photo.title'),
    photo: hash && paths.people.photoFile(photoName(hash)),
    sits: councils.length > 0,
    done: done.find((each) => each === url.searchParams.get('gedaan')) ?? null,
  };
});

export const action = act('me.update', photoForm, async (visit) => {
  const bytes = await readFormFile(visit, mostPhotoBytes).catch(asPhoto);
  await setPhoto(visit.context, bytes);
  return redirect(`${paths.people.photo}?gedaan=saved`, 303);
});

/** A photo has a measure of its own. */
function asPhoto(error: unknown): never {
  const isLarge = error instanceof DomainError && error.code === 'fileTooLarge';
  throw isLarge ? new DomainError('photoTooLarge', { field: 'file' }) : error;
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Photo() {
  const { t } = useTranslation();
  const { photo, sits, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.photo.title')}>
        {t(sits ? 'people.photo.intro' : 'people.photo.noCouncil')}
      </PageHead>
      {done && !reply ? (
        <Alert tone="good" role="status">
          <p>{t(`people.photo.${done}`)}</p>
        </Alert>
      ) : null}
      <Current photo={photo} shown={sits} />
      {sits ? <PhotoUpload result={reply?.result} /> : null}
    </div>
  );
}
