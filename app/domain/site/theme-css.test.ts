import { expect, test } from 'vitest';
import { themeCss } from './theme-css';

const plain = { base: 'vierstromen', action: null, header: null, footer: null } as const;

test('a theme without colours of its own needs no style', () => {
  expect(themeCss(plain)).toBe('');
});

test('the foot has its colour by day, also in print; in the evening it is that of the base', () => {
  expect(themeCss({ ...plain, footer: '#7a1f3d' })).toBe(
    `@media print, (prefers-color-scheme: light) {
  [data-colours='vierstromen-0-0-7a1f3d'] {
    --wijkkas-color-footer: #7a1f3d;
    --wijkkas-color-on-footer: #fffdf8;
  }
}
`,
  );
});

test('links and buttons have theirs by day and in the evening', () => {
  const css = themeCss({ ...plain, base: 'noorderzijl', action: '#7a1f3d' });
  const [day = '', evening = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
  expect(day).toContain('--wijkkas-color-action: #7a1f3d;');
  for (const part of [day, evening]) {
    expect(part.match(/--wijkkas-color-[\w-]+/g)).toEqual([
      '--wijkkas-color-action',
      '--wijkkas-color-action-strong',
      '--wijkkas-color-action-tint',
    ]);
    expect(part).toContain(`[data-colours='noorderzijl-7a1f3d-0-0']`);
  }
});
