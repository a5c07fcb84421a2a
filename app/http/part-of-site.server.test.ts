import { type ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { byFirstWord } from './part-of-site.server';

const routes = {
  root: { id: 'root', path: '' },
  home: { id: 'home', parentId: 'root', index: true },
  wijken: { id: 'wijken', parentId: 'root', path: 'wijken' },
  wijk: { id: 'wijk', parentId: 'root', path: 'wijken/:slug' },
  money: { id: 'money', parentId: 'root', path: 'geld' },
  csv: { id: 'csv', parentId: 'root', path: 'geld/boekingen.csv' },
  mail: { id: 'mail', parentId: 'root', path: 'cafés' },
  nothing: { id: 'nothing', parentId: 'root', path: '*' },
};
const build = { routes, assets: { url: '/manifest.js', routes } } as unknown as ServerBuild;
const idsOf = byFirstWord(build, (part) => {
  expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
  return Object.keys(part.routes).filter((id) => id !== 'root' && id !== 'nothing');
});

test.each([
  ['/', ['home']],
  ['/_root.data', ['home']],
  ['/wijken', ['wijken', 'wijk']],
  ['/wijken/', ['wijken', 'wijk']],
  ['/Wijken/noord', ['wijken', 'wijk']],
  ['/%77ijken/noord', ['wijken', 'wijk']],
  ['//wijken', ['wijken', 'wijk']],
  ['/geld.data', ['money', 'csv']],
  ['/geld/boekingen.csv', ['money', 'csv']],
  ['/caf%C3%A9s', ['mail']],
  ['/weg', []],
  ['/%E0%A4', []],
])('%s is handled by the frame, its own word and what takes anything', (pathname, ids) => {
  expect(idsOf(pathname)).toEqual(ids);
});

test('each part is made once', () => {
  let made = 0;
  const handlerOf = byFirstWord(build, () => made++);
  for (const path of ['/geld', '/Geld/x', '/weg', '/ook/weg', '/']) handlerOf(path);
  expect(made).toBe(3);
});
