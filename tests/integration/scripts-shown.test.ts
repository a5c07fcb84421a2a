import { createHash } from 'node:crypto';
import { XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import * as t from '#db/schema';
import { outgoingFrom } from '~/http/mail-choice.server';
import { type Planted, plantScripts } from '../support/plant-scripts';
import { scripts } from '../support/scripts';
import { firstSettings } from '../support/settings';
import { useSite } from '../support/site';

/** X1 of the reliability plan: texts that would run, in every column of text that takes them, on every kind of page. */
const it = useSite({ demo: true });
const perKind = 3;
const starts = [
  '/',
  '/initiatieven?stand=granted',
  '/wijken',
  '/besluiten',
  '/geld',
  '/stemrondes',
  '/mijn',
  '/raad',
  '/raden',
];
const desks = [
  '/gemeente',
  '/gemeente/betalingen',
  '/gemeente/afschriften',
  '/beheer/reacties',
  '/demonstratie/post',
  '/demonstratie',
];
/** Signs with which a text could leave its place. */
const telling = scripts.filter((script) => /[<"]/.test(script));

type Answer = { path: string; type: string; headers: Headers; text: string };
let planted: Planted;
const answers: Answer[] = [];

beforeAll(async () => {
  const people = await it.database.owner.db.select({ id: t.person.id, name: t.person.name }).from(t.person);
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? '';
  const cookies = [
    '',
    ...(await Promise.all(
      ['Samira Bouali', 'Annelies Brouwer', 'Wietske Hoekstra', 'Patrick Lammers', 'Noor Achterberg'].map(
        (name) => it.signInAs(idOf(name), 'strong'),
      ),
    )),
  ];
  planted = await plantScripts(it.database.url);
  for (const cookie of cookies) answers.push(...(await crawl(cookie)));
});

const kindOf = (path: string) =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\d+/g, ':n')
    .replace(/^\/(wijken|raad|raden)\/[^/]+/, '/$1/:slug')
    .replace(/^\/gemeente\/bronnen\/(?!verdelen)[^/]+/, '/gemeente/bronnen/:code');

/** A few pages and files of each kind that links lead to. */
async function crawl(cookie: string): Promise<Answer[]> {
  const found: Answer[] = [];
  const seen = new Map<string, number>();
  const waiting = [...starts, ...desks];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if ((seen.get(kind) ?? 0) >= perKind) continue;
    const answer = await it.get(path, { cookie });
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const text = await answer.text();
    if (answer.status >= 300 && answer.status < 500) continue;
    expect(answer.status, path).toBe(200);
    found.push({ path, text, headers: answer.headers, type: answer.headers.get('content-type') ?? '' });
    for (const [, link = ''] of text.matchAll(/href="(\/(?!\/|assets)[^"#]*)/g)) {
      if (!known.has(link)) waiting.push(link.replaceAll('&amp;', '&'));
      known.add(link);
    }
  }
  return found;
}

/** Scripts that are not ours: those of one answer carry its nonce, those of a page for everybody are named by their hash. */
function strangeScripts(text: string, policy: string): string[] {
  return [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, tag = '', script = '']) => {
      const hash = createHash('sha256').update(script).digest('base64');
      return !tag.includes('nonce="') && !policy.includes(`'sha256-${hash}'`);
    })
    .map(([whole]) => whole);
}

const isPage = ({ type }: Answer) => type.startsWith('text/html');

test('every text that a person can write was planted', () => {
  const columns = [...planted.values()];
  for (const place of [
    'initiative.title',
    'initiative.story',
    'comment.body',
    'person.name',
    'decision.reasons',
    'source.name',
    'budget_line.description',
    'payee.name',
    'meeting.place',
  ]) {
    expect(columns).toContain(place);
  }
  expect(columns.length).toBeGreaterThan(20);
});

describe('X1: a text that would run', () => {
  test('stands in no page as it was written', () => {
    const wrong = answers
      .filter(isPage)
      .flatMap(({ path, text }) =>
        telling.filter((script) => text.includes(script)).map((script) => `${path}: ${script}`),
      );
    const pages = answers.filter(isPage);
    process.stdout.write(
      `scripts: ${planted.size} columns, ${pages.length} pages, ${answers.length - pages.length} files\n`,
    );
    expect(pages.length).toBeGreaterThan(80);
    expect(wrong).toEqual([]);
  });

  test('was shown, and so proves something', () => {
    const pages = answers.filter(isPage).map(({ text }) => text);
    const marks = new Set(pages.flatMap((text) => [...text.matchAll(/q\d+q/g)].map(([mark]) => mark)));
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#x27;');
    const unseen = scripts.filter((script) => !pages.some((text) => text.includes(escaped(script))));
    expect(unseen).toEqual([]);
    expect(marks.size).toBeGreaterThan(15);
  });

  test('makes no page act: no attribute that runs, no address that runs, no script but ours', () => {
    const wrong = answers.filter(isPage).flatMap(({ path, text, headers }) => {
      const tags = text.match(/<[a-z][^>]*>/gi) ?? [];
      return tags
        .filter(
          (tag) =>
            /\son[a-z]+=/i.test(tag.replaceAll(/"[^"]*"/g, '""')) ||
            /\s(?:href|src|action|formaction)="\s*(?:javascript|data):/i.test(tag),
        )
        .concat(strangeScripts(text, headers.get('content-security-policy') ?? ''))
        .map((tag) => `${path}: ${tag}`);
    });
    expect(wrong).toEqual([]);
  });

  test('in a file is a file: to be saved, of its own type, and whole', () => {
    const files = answers.filter(({ path }) => /\.(csv|hledger|pb|json|xml)(\?|$)/.test(path));
    expect(files.length).toBeGreaterThan(3);
    for (const { path, type, headers, text } of files) {
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-disposition'), path).toMatch(/^attachment/);
      if (type.includes('xml')) expect(XMLValidator.validate(text), path).toBe(true);
    }
  });

  test.each(scripts)('in a letter is a text: %s', (script) => {
    const site = { config: { origins: ['https://wijkkas.example'] }, secret: 'x'.repeat(64) };
    const letter = {
      body: `Dag ${script}\n\n${script}`,
      path: '/mijn',
      lang: 'nl',
      recipient: 'a@b.nl',
    } as const;

    const sender = { name: script, email: script, phone: script, theme: firstSettings.theme };
    const { html } = outgoingFrom(site as never, sender, letter);
    const own = html.replaceAll(
      /<\/?(?:div|p|strong|br)(?: style="[^"<>]*")?>|<a href="https:\/\/wijkkas\.example\/[^"<>]*">|<\/a>/g,
      '',
    );
    expect(own).not.toMatch(/[<>]/);
  });
});
