import { type TFunction } from 'i18next';
import { escaped } from '~/letters/outgoing';
import { titleOf } from './page-meta';
import { waysOn } from './ways-on';
import { paths } from '~/paths';

type Asked = { request: Pick<Request, 'headers'>; locale: string; t: TFunction };
type Message = { status: number; code: string; title: string; lines: readonly string[] };

/**
 * An answer in plain words that needs nothing of the site: no frame, no style, no script. Whoever does not ask for a page
 * gets it as problem+json (RFC 9457).
 */
export function plainAnswer(
  { request, locale, t }: Asked,
  { status, code, title, lines }: Message,
): Response {
  const page = request.headers.get('Accept')?.includes('text/html') ?? false;
  const body = page
    ? pageOf(locale, title, lines, linksOf(t))
    : JSON.stringify({ type: 'about:blank', status, code, title, detail: lines.join(' ') });
  const type = page ? 'text/html; charset=utf-8' : 'application/problem+json';
  return new Response(body, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
}

const linksOf = (t: TFunction): readonly [string, string][] => [
  [paths.site.home, t('site.error.home')],
  ...waysOn.map(({ name, href }): [string, string] => [href, t(`site.nav.${name}`)]),
];

const pageOf = (
  locale: string,
  title: string,
  lines: readonly string[],
  ways: ReturnType<typeof linksOf>,
) => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titleOf(title))}</title>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<ul>
${ways.map(([href, label]) => `<li><a href="${href}">${escaped(label)}</a></li>`).join('\n')}
</ul>
</main>
</body>
</html>
`;
