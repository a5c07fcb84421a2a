import { expect, describe, test } from 'vitest';
import { safeSvg } from './svg';

const path = '<path d="M0 0h9v9z"/>';
const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${attributes}>${inside}</svg>`;

describe('a drawing', () => {
  test('stays what it is: shapes, names, gradients, styles of its own, the letter case of SVG', async () => {
    const inside =
      '<title>Gemeente Ergens</title><defs><linearGradient id="b" gradientUnits="userSpaceOnUse"/><clipPath id="c"/></defs>' +
      '<style>.a{fill:url(#b)}</style><g class="a" style="stroke:#123456" clip-path="url(#c)"><path d="M0 0h9v9z"/></g>';
    expect(await safeSvg(svg(inside))).toBe(svg(inside));
  });

  test('loses what stands around it: a declaration, a type of document, comments, a sheet from elsewhere', async () => {
    const around =
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' +
      `<?xml-stylesheet href="https://elders.example/a.css"?>${svg(`<!-- van ons -->${path}`)}<!-- klaar -->`;
    expect(await safeSvg(around)).toBe(svg(path));
  });
});

describe('is taken out', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script by another name', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['a script of HTML', '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'],
    [
      'another document',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
    ],
    ['an image', '<image href="https://elders.example/a.png"/>'],
    ['an image within', '<image href="data:image/svg+xml,%3Csvg%3E"/>'],
    ['a link', '<a xlink:href="javascript:alert(1)"><circle r="1"/></a>'],
    ['what is used from elsewhere', '<use xlink:href="https://elders.example/a.svg#b"/>'],
    ['an image in a filter', '<feImage href="https://elders.example/a.png"/>'],
    ['what changes an address', '<set attributeName="href" to="javascript:alert(1)"/>'],
    ['what animates an address', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['a style that fetches', '<style>@import url(https://elders.example/a.css);</style>'],
    ['a style that fetches a font', '<style>@font-face{src:url(//elders.example/a)}</style>'],
    ['a style in other signs', '<style>.a{fill:u\\72l(https://elders.example)}</style>'],
    ['a frame', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://elders.example"/>'],
  ])('%s', async (_what, inside) => {
    expect(await safeSvg(svg(inside + path))).toBe(svg(path));
  });

  test.each([
    ['onload', 'alert(1)'],
    ['ONCLICK', 'alert(1)'],
    ['fill', 'url(https://elders.example/#a)'],
    ['style', "fill:URL( 'https://elders.example/#a')"],
    ['style', 'background:image-set(&quot;https://elders.example/a.png&quot; 1x)'],
    ['filter', 'url(//elders.example/#a)'],
    ['xlink:href', 'https://elders.example/#a'],
    ['href', 'a.svg#a'],
    ['xml:base', 'https://elders.example/'],
  ])('%s="%s"', async (name, value) => {
    expect(await safeSvg(svg(`<path d="M0 0h9v9z" ${name}="${value}"/>`))).toBe(svg(path));
    expect(await safeSvg(svg(path, ` ${name}="${value}"`))).toBe(svg(path));
  });
});

describe('is refused', () => {
  test.each([
    ['nothing', ''],
    ['a text', 'Gemeente Ergens'],
    ['half a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><path'],
    ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['a drawing of another kind', '<svg xmlns="https://elders.example/svg"><path/></svg>'],
    ['a drawing of nothing', svg('<script>alert(1)</script><g/>')],
    [
      'entities that grow',
      `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${svg(`<text>&b;</text>`)}`,
    ],
    ['an entity of elsewhere', `<!DOCTYPE svg [<!entity a SYSTEM "file:///etc/passwd">]>${svg(path)}`],
    ['an entity nobody declared', svg(`${path}<text>&geheim;</text>`)],
    ['more than a logo is', svg(path.repeat(2_000))],
    ['a nest without end', svg('<g>'.repeat(20_000) + path + '</g>'.repeat(20_000))],
  ])('%s', async (_what, text) => {
    expect(await safeSvg(text)).toBeNull();
  });
});

test('a nest as deep as may be is read in a moment', async () => {
  const deep = svg('<g>'.repeat(900) + path + '</g>'.repeat(900));
  expect(await safeSvg(deep)).toBe(deep);
});
