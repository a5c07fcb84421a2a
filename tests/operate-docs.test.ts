import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, settingNames } from '../app/http/config.server';
import { filePages } from '../app/http/guard.server';

const folder = join('docs', 'operate');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
const all = readdirSync(folder)
  .map((name) => read(name))
  .join('\n');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Settings that are not of the site itself: of its commands, of Node, and one of the database's own. */
const others = ['BACKUP_KEY', 'NODE_ENV'];

/** The lines `name=value` of a unit file, by section. */
function unitOf(text: string): Record<string, [name: string, value: string][]> {
  const sections: Record<string, [string, string][]> = {};
  let own: [string, string][] = [];
  for (const line of text.split('\n')) {
    const [, section] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (section) sections[section] = own = [];
    const [, name, value] = /^([A-Z]\w*)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) own.push([name, value]);
    else expect(line, 'a comment, a section, or nothing').toMatch(/^(#.*|\[\w+\])?$/);
  }
  return sections;
}

/** Settings as a file of the environment gives them. */
const settingsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^([A-Z_]+)=(?:"(.*)"|(.*))$/gm)].map(([, name, quoted, plain]) => [
      name ?? '',
      quoted ?? plain ?? '',
    ]),
  );

const service = unitOf(read('wijkkas.service')).Service ?? [];
const valuesOf = (wanted: string) => service.flatMap(([name, value]) => (name === wanted ? [value] : []));
const given = settingsIn(valuesOf('Environment').join('\n'));
const file = settingsIn(/```env\n([\s\S]*?)```/.exec(read('install.md'))?.[1] ?? '');
const upstream = `${given.HOST}:${given.PORT}`;

describe('the unit file', () => {
  test('starts what `npm start` starts, from the folder that the guides name', () => {
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${scripts.start}`]);
    const [home] = valuesOf('WorkingDirectory');
    expect(read('install.md')).toContain(`git clone URL_OF_WIJKKAS ${home}`);
    expect(read('upgrade.md')).toContain(`cd ${home}\n`);
    expect(valuesOf('ReadWritePaths')).toEqual([`-${home}/.data`]);
    expect(read('install.md')).toContain(`\`${valuesOf('EnvironmentFile')[0]}\``);
  });

  test('gives with the file of settings all that a public address needs, and nothing that is not known', () => {
    const names = [...Object.keys(given), ...Object.keys(file)];
    expect(names.filter((name) => !settingNames.includes(name) && !others.includes(name))).toEqual([]);
    const config = readConfig({ ...given, ...file });
    expect(config).toMatchObject({
      ...{ host: '127.0.0.1', port: 3000, trustProxy: true, demo: false },
      origins: ['https://wijkkas.gemeente.example'],
    });
    expect(config.mailFrom).toBe('Wijkkas <wijkkas@gemeente.example>');
  });

  test('gives it time to finish what is in hand', () => {
    const [, grace] = /delay: ([\d_]+)/.exec(readFileSync('server.js', 'utf8')) ?? [];
    const wanted = Number(grace?.replaceAll('_', '')) / 1000;
    expect(wanted).toBeGreaterThan(0);
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan(wanted);
    expect(read('container.md')).toContain(`--stop-timeout ${valuesOf('TimeoutStopSec')[0]}`);
  });
});

describe('the proxy', () => {
  test('of Caddy sends to where the unit listens', () => {
    const blocks = read('Caddyfile').replaceAll(/^#.*\n/gm, '');
    expect(blocks).toMatch(/^wijkkas\.gemeente\.example \{\n\treverse_proxy \S+\n\}\n$/);
    expect(blocks).toContain(`reverse_proxy ${upstream}\n`);
  });

  test('of nginx does, says who asks, and lets every file through that Wijkkas takes', () => {
    const directives = [...read('nginx.conf').matchAll(/^\s*([a-z_]+) ([^;{]+);/gm)].map(
      ([, name, value]) => `${name} ${value}`,
    );
    expect(directives).toContain(`proxy_pass http://${upstream}`);
    expect(directives).toContain('proxy_set_header X-Forwarded-For $remote_addr');
    const [, megabytes] = /client_max_body_size (\d+)m/.exec(directives.join('\n')) ?? [];
    const largest = Math.max(
      ...Object.values(filePages(readConfig({}).uploadBytes)).map(({ bytes }) => bytes),
    );
    expect(Number(megabytes) * 1024 ** 2).toBeGreaterThan(largest);
    const open = read('nginx.conf').replaceAll(/^\s*#.*$/gm, '');
    expect(open.split('{').length).toBe(open.split('}').length);
  });
});

describe('the image', () => {
  const lines = read('Containerfile').split('\n');
  const of = (word: string) => lines.filter((line) => line.startsWith(`${word} `));

  test('runs what `npm start` runs, on the port that it opens', () => {
    const [command] = of('CMD').map((line) => (JSON.parse(line.slice(4)) as string[]).join(' '));
    expect(command).toBe(scripts.start);
    const env = settingsIn(of('ENV').join('').slice(4).replaceAll(' ', '\n'));
    expect(of('EXPOSE')).toEqual([`EXPOSE ${env.PORT}`]);
    expect(Object.keys(env).filter((name) => !settingNames.includes(name) && !others.includes(name))).toEqual(
      [],
    );
  });

  test('takes along files that are there', () => {
    const copied = of('COPY')
      .flatMap((line) => line.split(' ').slice(1, -1))
      .filter((word) => !word.startsWith('--'))
      .map((path) => path.replace('/srv/wijkkas/', ''));
    expect(copied.length).toBeGreaterThan(4);
    const made = ['node_modules', 'build'];
    expect(copied.filter((path) => !made.includes(path) && !existsSync(path))).toEqual([]);
  });
});

describe('the guides', () => {
  test('name commands that there are', () => {
    const named = [...all.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const inside = [...all.matchAll(/cli\.js ([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(inside.filter((name) => scripts[name] !== `node build/server/cli.js ${name}`)).toEqual([]);
  });

  test('name settings that there are', () => {
    const own =
      /\b(?:APP|SMTP|MAIL|TRUST|LOG|BANK|CONTACT|DATABASE|BACKUP|NODE|OIDC)_[A-Z_]+\b|\b(?:PORT|HOST|DEMO|THEME)\b/g;
    const named = [...new Set(all.match(own))];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !settingNames.includes(name) && !others.includes(name))).toEqual([]);
  });

  test('name files that there are', () => {
    for (const guide of guides) {
      const linked = [...read(guide).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
      expect(
        linked.filter((path) => !existsSync(join(folder, path))),
        guide,
      ).toEqual([]);
    }
  });

  test('the README tells of every setting, and of no other', () => {
    const table = readFileSync('README.md', 'utf8').match(/^\| `[A-Z_`, ]+` \|/gm) ?? [];
    const named = table.flatMap((row) => row.match(/[A-Z]+(_[A-Z]+)*/g) ?? []);
    expect(settingNames.filter((name) => !named.includes(name) && name !== 'LOG_LEVEL')).toEqual([]);
    expect(named.filter((name) => !settingNames.includes(name) && !others.includes(name))).toEqual([]);
  });
});
