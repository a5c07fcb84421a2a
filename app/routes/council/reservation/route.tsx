import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Reservation } from '~/routes/council/shared/reservation';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatEuros } from '~/domain/money/format';
import { reservationForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { releaseMoney } from '~/usecases/grants/release-money.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { errorsIn } from '~/ui/form-errors';
import { itemFacts, itemHref, itemOf, roomFacts } from '../shared/item-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.reserve', write: 'money.reserve' } };

/** Where a refusal is read; the form itself stands on the page of the item. */
export const loader = page('money.reserve', async (visit) => {
  const state = await itemOf(visit, 'money.reserve');
  const item = itemFacts(state);
  if ((item.phase !== 'open' && item.phase !== 'ahead') || item.above) throw redirect(item.href);
  return {
    title: visit.t('grant.reserve.title'),
    item,
    room: await roomFacts(visit, state),
  };
});

export const action = act('money.reserve', reservationForm, async (visit, typed) => {
  const state = await itemOf(visit, 'money.reserve');
  const { intent, key } = await typed();
  const change = intent === 'reserve' ? reserveMoney : releaseMoney;
  await change(visit.context, { itemId: state.item.id, key });
  return redirect(itemHref(state), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ReservationPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { item, room } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const free = { area: room.area, amount: formatEuros(room.leftCents, locale) };
  return (
    <div className="wk-page wk-page--narrow">
      <div className="wk-stack">
        <p className="wk-soft">{item.title}</p>
        <Heading level={1}>{t('grant.reserve.title')}</Heading>
      </div>
      <ErrorSummary errors={errorsIn(reply?.result).map(({ message }) => ({ message }))} />
      <div className="wk-stack">
        <p>{t('grant.reserve.free', free)}</p>
        <Reservation
          action={paths.council.reservation(...item.at)}
          proposed={item.proposedCents}
          reserved={room.reservedCents}
          mayChange
        />
        <p>
          <Link href={item.href}>{t('grant.reserve.back')}</Link>
        </p>
      </div>
    </div>
  );
}
