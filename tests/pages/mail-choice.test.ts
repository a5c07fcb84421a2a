import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mail, mailStop } from '#db/schema';
import { transaction } from '#db/transaction';
import { isStopped } from '#db/reads/people/mail';
import { mailToSend, sendMail } from '#db/writes/people/mail';
import { type LetterKind, letterKinds } from '~/domain/people/letter';
import { choicePath, outgoingFrom, senderOf } from '~/http/mail-choice.server';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

/** Everybody who gets mail from us can make it stop, without an account, and nobody else can. */
const it = useSite();
beforeAll(async () => {
  await makeGemeente(it.database.owner.db);
});

let count = 0;
const someone = () => `lezer${count++}@voorbeeld.example`;
const pathOf = (address: string) => choicePath(it.site.secret, address);
const stopped = (address: string) => isStopped(it.database.app.db, address);
const oneClick = { 'List-Unsubscribe': 'One-Click' };

const write = (recipient: string, kind: LetterKind) =>
  transaction(it.database.app.db, (tx) =>
    sendMail(tx, { kind, recipient, subject: 'Iets', body: 'Tekst', at: it.site.now() }),
  );
const lettersTo = (recipient: string) =>
  it.database.owner.db.select().from(mail).where(eq(mail.recipient, recipient));

/** What a mail server sends for its reader: no origin, no page. */
const fromMailServer = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(it.origin + path, { method: 'POST', redirect: 'manual', headers, body });

describe('the link in a letter', () => {
  test('leads to a page with one button, and looking changes nothing', async () => {
    const address = someone();
    const answer = await it.get(pathOf(address));
    const html = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(html).toContain(address);
    expect(html.match(/<button[^>]*primary-action/g)).toHaveLength(1);
    expect(html).toContain('noindex');
    expect(await stopped(address)).toBe(false);
  });

  test('stops all mail with one press, and lets it come again', async () => {
    const address = someone();
    const path = pathOf(address);
    const answer = await it.post(path, { body: { choice: 'stop' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    expect(await stopped(address)).toBe(true);
    await it.post(pathOf(address), { body: { choice: 'stop' } });
    expect(await (await it.get(pathOf(address))).text()).toContain('Je krijgt geen post meer');
    await it.post(pathOf(address), { body: { choice: 'resume' } });
    expect(await stopped(address)).toBe(false);
  });

  test('works for its own address alone, and only when this site made it', async () => {
    const path = pathOf(someone());
    const other = someone();
    const forged = [
      `${path.slice(0, -2)}AA`,
      '/post/nergens',
      `/post/${Buffer.from(other).toString('base64url')}`,
    ];
    for (const each of forged) {
      expect((await it.get(each)).status, each).toBe(404);
      expect((await it.post(each, { body: { choice: 'stop' } })).status, each).toBe(404);
      expect((await fromMailServer(each, new URLSearchParams(oneClick))).status, each).toBe(404);
    }
    expect(await it.database.owner.db.$count(mailStop, eq(mailStop.address, other))).toBe(0);
  });
});

describe('the button of a mail program (RFC 8058)', () => {
  test('is offered by every letter', async () => {
    const letter = { body: 'Tekst', lang: 'nl' as const, recipient: someone(), path: null };
    const { headers, text } = outgoingFrom(it.site, await senderOf(it.site), letter);
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const url = /^<(.+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(text).toContain(url);
    expect(new URL(url).pathname).toMatch(/^\/post\/[\w-]+$/);
  });

  test.each(['urlencoded', 'multipart'])('works as %s, and answers without a redirect', async (how) => {
    const address = someone();
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const body = how === 'multipart' ? form : new URLSearchParams(oneClick);
    const answer = await fromMailServer(pathOf(address), body);
    expect(answer.status).toBe(200);
    expect(await stopped(address)).toBe(true);
  });

  test('carries nobody in: what a browser adds is refused, a cookie is not read', async () => {
    const address = someone();
    const { id } = await makePerson(it.database.owner.db);
    const cookie = await it.signInAs(id, 'code');
    const body = () => new URLSearchParams(oneClick);
    const added = [
      ['Origin', 'https://kwaad.example'],
      ['Sec-Fetch-Site', 'cross-site'],
    ] as const;
    for (const [name, value] of added) {
      const answer = await fromMailServer(pathOf(address), body(), { [name]: value, cookie });
      expect(answer.status).toBe(403);
    }
    expect(await stopped(address)).toBe(false);
    const answer = await fromMailServer(pathOf(address), body(), { cookie });
    expect(await answer.text()).not.toContain('/afmelden');
    expect(await stopped(address)).toBe(true);
  });

  test('opens no other door', async () => {
    for (const path of ['/afmelden', '/aanmelden', `${pathOf(someone())}.data`, '/post', '/post/a/b']) {
      expect((await fromMailServer(path, new URLSearchParams(oneClick))).status, path).toBe(403);
    }
  });
});

describe('whoever stopped their mail', () => {
  test('gets what they ask for and what the law owes them, and nothing else', async () => {
    const address = someone();
    await it.post(pathOf(address), { body: { choice: 'stop' } });
    for (const kind of Object.keys(letterKinds) as LetterKind[]) await write(address, kind);
    const kinds = (await lettersTo(address)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['decision', 'payee', 'receipt', 'residence', 'signIn']);
  });

  test('does not get what was already written either', async () => {
    const address = someone();
    await write(address, 'invitation');
    await it.post(pathOf(address), { body: { choice: 'stop' } });
    const [waiting] = await lettersTo(address);
    expect(await mailToSend(it.database.app.db, waiting?.id ?? '')).toBeUndefined();
    await it.post(pathOf(address), { body: { choice: 'resume' } });
    expect(await mailToSend(it.database.app.db, waiting?.id ?? '')).toBeDefined();
  });
});
