import { assertMay } from '~/domain/access/policy';
import { assertReadable, type Theme } from '~/domain/site/theme';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { appendSettings } from './parts/append-settings.server';

/**
 * Saves how the site looks. Throws 'contrastTooLow' at the colour that cannot be read, with the contrast that it has, and the
 * refusals of 'gemeente.manage'.
 */
export async function setTheme(context: Context, theme: Theme): Promise<void> {
  assertMay(context.actor, 'gemeente.manage');
  assertReadable(theme);
  await once(context, 'gemeente.manage', theme, async (tx) => {
    await appendSettings(tx, context, 'gemeente.theme', { theme });
  });
}
