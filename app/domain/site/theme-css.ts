import { themeKey, type Theme, type Tokens, tokensOf } from './theme';

/**
 * The style sheet of a gemeente's own colours, for whatever carries `data-colours` with the word of its theme. What is not in
 * it comes from the base. Printed pages have the colours of the day.
 */
export function themeCss(theme: Theme): string {
  const { day, evening } = tokensOf(theme);
  const key = themeKey(theme);
  return [
    rule('@media print, (prefers-color-scheme: light)', key, day),
    rule('@media screen and (prefers-color-scheme: dark)', key, evening),
  ].join('');
}

function rule(when: string, key: string, tokens: Tokens): string {
  const lines = Object.entries(tokens).map(([name, colour]) => `    --wijkkas-color-${name}: ${colour};\n`);
  return lines.length === 0 ? '' : `${when} {\n  [data-colours='${key}'] {\n${lines.join('')}  }\n}\n`;
}
