import { type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { type TFunction } from 'i18next';
import { type Locale } from '~/i18n';
import { calendarDateIn } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { localeOf } from './locale.server';
import { translatorFor } from '~/i18n/translator.server';
import { actorOf } from './session.server';
import { type Site } from './site.server';

/** One request, before anybody looked who sent it: what can be known without the database. */
export type Asked = {
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  site: Site;
  loadContext: AppLoadContext;
  locale: Locale;
  t: TFunction;
};

/** One request, seen from a route: who asks, in which language, and what a use case needs. */
export type Visit = Asked & { context: Context };

const actors = new WeakMap<AppLoadContext, ReturnType<typeof actorOf>>();

/** Reads the session once per request, however many loaders run. */
function actorOnce(request: Request, context: AppLoadContext) {
  const known = actors.get(context) ?? actorOf(request, context);
  actors.set(context, known);
  return known;
}

export async function ask({ request, params, context }: LoaderFunctionArgs): Promise<Asked> {
  if (Object.values(params).some((value) => value?.includes('\0'))) throw new Response(null, { status: 404 });
  const locale = await localeOf(request, context.site);
  return {
    ...{ request, params, loadContext: context, locale },
    url: new URL(request.url),
    site: context.site,
    t: translatorFor(locale).t,
  };
}

/** Finds out who asks. An outage throws: nobody is taken for a visitor because their session could not be read. */
export async function enter(asked: Asked): Promise<Visit> {
  const { site, request, loadContext: context } = asked;
  const now = site.now();
  return {
    ...asked,
    context: {
      db: site.db,
      actor: await actorOnce(request, context),
      now,
      today: calendarDateIn(now),
      newId: site.newId,
    },
  };
}
