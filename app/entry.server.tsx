import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { withoutZeroBytes } from './http/html-stream.server';
import { localeOf } from './http/locale.server';
import { translatorFor } from './i18n/translator.server';
import { NonceContext } from './ui/nonce';

const ABORT_AFTER_MS = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, site }: AppLoadContext,
): Promise<Response> {
  const translator = translatorFor(await localeOf(request, site));
  const whole = isbot(request.headers.get('user-agent'));
  return new Promise((resolve, reject) => {
    const answer = () => {
      const body = withoutZeroBytes();
      // A timer that still runs holds on to the page and all it was made of.
      body.once('close', () => clearTimeout(late));
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={translator}>
          <RemixServer context={context} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => !whole && answer(),
        onAllReady: () => whole && answer(),
        onShellError: (error) => {
          clearTimeout(late);
          reject(error as Error);
        },
        onError: (error) => site.log.error({ err: error }, 'rendering'),
      },
    );
    const late = setTimeout(abort, ABORT_AFTER_MS + 1_000).unref();
  });
}

/** Refusals are answers, not faults; only what nobody foresaw is logged. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) context.site.log.error({ err: error }, 'request failed');
}
