import { type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { type TFunction } from 'i18next';
import { type Locale } from '~/i18n';
import { calendarDateIn } from '~/domain/calendar';
import { type ActContext } from '~/usecases/context.server';
import { localeOf, translatorFor } from './locale.server';
import { actorOf } from './session.server';
import { type Site } from './site.server';

/** One request, seen from a route: who asks, in which language, and what a use case needs. */
export type Visit = {
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  site: Site;
  context: AppLoadContext;
  act: ActContext;
  locale: Locale;
  t: TFunction;
};

const actors = new WeakMap<AppLoadContext, ReturnType<typeof actorOf>>();

/** Reads the session once per request, however many loaders run. */
function actorOnce(request: Request, context: AppLoadContext) {
  const known = actors.get(context) ?? actorOf(request, context);
  actors.set(context, known);
  return known;
}

export async function enter({ request, params, context }: LoaderFunctionArgs): Promise<Visit> {
  if (Object.values(params).some((value) => value?.includes('\0'))) throw new Response(null, { status: 404 });
  const { site } = context;
  const now = site.now();
  const locale = await localeOf(request);
  return {
    request,
    url: new URL(request.url),
    params,
    site,
    context,
    locale,
    t: translatorFor(locale).t,
    act: {
      db: site.db,
      actor: await actorOnce(request, context),
      now,
      today: calendarDateIn(now),
      newId: site.newId,
    },
  };
}
