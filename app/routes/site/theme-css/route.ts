import { DomainError } from '~/domain/errors';
import { themeOfKey } from '~/domain/site/theme';
import { themeCss } from '~/domain/site/theme-css';
import { file } from '~/http/bare.server';
import { forever } from '~/http/forever.server';
import { sheetName } from '~/http/settings.server';

export const handle = { access: { read: 'site.read' } };

/** The style sheet of own colours, whether a gemeente has them or only looks at them. */
export const loader = file('site.read', ({ params: { name = '' } }) => {
  const theme = themeOfKey(name.split('.')[0] ?? '');
  if (!theme || sheetName(theme) !== name) throw new DomainError('notFound');
  return Promise.resolve(forever(themeCss(theme), 'text/css; charset=utf-8'));
});
