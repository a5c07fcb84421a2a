import { describe, expect, test } from 'vitest';
import { calendarDate } from '~/domain/calendar';
import { cents } from '~/domain/money/cents';
import { type Letter } from '~/domain/people/letter';
import { type Locale, locales } from '~/i18n';
import { deniedLetter, reportedLetter, ruledLetter } from './conflict';
import { decisionLetter } from './decision';
import { deskInvitationLetter, newFactorLetter } from './desk-invitation';
import { invitationLetter } from './invitation';
import { fromOf, outgoing, type Sender } from './outgoing';
import { payeeLetter } from './payee';
import { receiptLetter } from './receipt';
import { supportLetter } from './support';
import { codeLetter, noDeskLetter, resetLetter } from './sign-in';

const initiative = { number: 12, title: 'Bankjes', requestedCents: cents(125_000) };
const decided = {
  decisionId: 'd1',
  outcome: 'adopted' as const,
  reasons: '',
  council: 'Buurtraad Dorp',
  regime: 'college' as const,
  initiative,
  proposedCents: cents(125_000),
  objection: { to: 'gemeente' as const, day: calendarDate('2026-04-14') },
};
const item = {
  itemId: 'i1',
  meetingId: 'm1',
  council: { name: 'Buurtraad Dorp', slug: 'dorp' },
  initiative,
};
const account = {
  number: 12,
  at: new Date('2026-03-03T22:30:00Z'),
  iban: 'NL91ABNA0417164300',
  changed: true,
  own: true,
};
const asked = { token: 'tok', title: 'Bankjes', inviter: 'Noor de Wit', area: 'Dorp' };
const desk = {
  token: 'tok',
  until: new Date('2026-12-07T22:30:00Z'),
  roles: [
    { role: 'areaManager' as const, place: 'Dorp' },
    { role: 'payer' as const, place: null },
  ],
};
const report = { reportId: 'r1', reporter: 'Sam Bos', reason: 'Zijn zus vraagt aan' };
const denial = { reportId: 'r1', name: 'Kim Vos', reason: 'Een zus', answer: 'Ik heb geen zus' };

/** A letter of each kind and turn, in a language. */
const each: Record<string, (lang?: Locale) => Letter> = {
  receipt: (lang) => receiptLetter({ ...initiative, decideBy: calendarDate('2026-04-28') }, lang),
  support: (lang) => supportLetter({ ...initiative, weeks: 8 }, lang),
  invitation: (lang) => invitationLetter(asked, lang),
  'invitation by nobody': (lang) => invitationLetter({ ...asked, inviter: null }, lang),
  adopted: (lang) => decisionLetter(decided, lang),
  partly: (lang) => decisionLetter({ ...decided, proposedCents: cents(100_050) }, lang),
  rejected: (lang) =>
    decisionLetter(
      {
        ...{ ...decided, outcome: 'notAdopted', reasons: 'Er is al een bankje.', regime: 'stichting' },
        objection: { to: 'board', day: calendarDate('2026-04-14') },
      },
      lang,
    ),
  postponed: (lang) => decisionLetter({ ...decided, outcome: 'postponed', objection: null }, lang),
  invalid: (lang) => decisionLetter({ ...decided, outcome: 'invalid', objection: null }, lang),
  referred: (lang) => decisionLetter({ ...decided, outcome: 'referred', objection: null }, lang),
  'own account': (lang) => payeeLetter({ ...account, changed: false }, lang),
  'changed account': (lang) => payeeLetter(account, lang),
  'account by the gemeente': (lang) => payeeLetter({ ...account, changed: false, own: false }, lang),
  reported: (lang) => reportedLetter(item, report, lang),
  denied: (lang) => deniedLetter(item, denial, lang),
  sustained: (lang) => ruledLetter(item, { ruling: 'sustained', reason: 'Een zus' }, lang),
  dismissed: (lang) => ruledLetter(item, { ruling: 'dismissed', reason: 'Geen zus' }, lang),
  'a desk': (lang) => deskInvitationLetter(desk, lang),
  'a new factor': (lang) => newFactorLetter(desk, lang),
  code: (lang = 'nl') => codeLetter('12345678', lang),
  reset: (lang = 'nl') => resetLetter({ origin: 'https://a.nl', token: 'tok' }, lang),
  'no desk': (lang = 'nl') => noDeskLetter({ origin: 'https://a.nl' }, lang),
};

const bodyOf = (name: string) => each[name]!().body.split('\n\n');

describe('a letter', () => {
  test.each(Object.entries(each))('of %s says all it has to in both languages', (_name, letter) => {
    for (const lang of locales) {
      const { subject, body } = letter(lang);
      expect(letter(lang).lang).toBe(lang);
      for (const text of [subject, body]) {
        expect(text).not.toMatch(/\{\{|\}\}|letter\.|undefined|null/);
        expect(text.trim()).toBe(text);
      }
      expect(body).not.toContain('\n\n\n');
    }
    expect(letter('en').body).not.toBe(letter('nl').body);
    expect(letter()).toEqual(letter('nl'));
  });

  test('tells what others wrote as they wrote it, and follows no mark in it', () => {
    const title = '{{number}} $t(letter) $& <b>';
    expect(invitationLetter({ ...asked, title }).body).toContain(`Zo heet het initiatief: "${title}".`);
  });

  test('breaks every address that others wrote', () => {
    const title = 'https://kwaad.example';
    const bodies = [
      receiptLetter({ ...initiative, title, decideBy: calendarDate('2026-04-28') }),
      invitationLetter({ ...asked, title, inviter: title }),
      decisionLetter({ ...decided, reasons: title, initiative: { ...initiative, title } }),
      reportedLetter({ ...item, initiative: { ...initiative, title } }, { ...report, reporter: title }),
      deniedLetter(item, { reportId: 'r1', name: title, reason: title, answer: title }),
      ruledLetter(item, { ruling: 'dismissed', reason: title }),
    ].map(({ body }) => body);
    for (const body of bodies) expect(body).not.toMatch(/https:\/\/|kwaad\.example/);
  });
});

describe('in Dutch', () => {
  test('the receipt', () => {
    expect(each.receipt!()).toMatchObject({
      kind: 'receipt',
      subject: 'Initiatief 12 is binnen',
      path: '/initiatieven/12',
    });
    expect(bodyOf('receipt')).toEqual([
      'Je initiatief is binnen. De raad beslist uiterlijk op dinsdag 28 april 2026.',
      'Je vraagt €\u00a01.250 voor "Bankjes". Het nummer is 12.',
      'De raad zet je initiatief op de agenda van een vergadering. Daarna krijg je een brief met het besluit.',
      'Je hoeft nu niets te doen. Op de pagina van je initiatief zie je hoe het ervoor staat.',
    ]);
  });

  test('enough support', () => {
    expect(each.support!()).toMatchObject({
      kind: 'support',
      subject: 'Genoeg steun voor initiatief 12',
      path: '/initiatieven/12',
    });
    expect(bodyOf('support')).toEqual([
      'Er zijn genoeg buren voor je initiatief. Je kunt het nu indienen.',
      'Het gaat over initiatief 12: "Bankjes".',
      'Log in en dien het in op de pagina van je initiatief. Daarna besluit de raad binnen 8 weken.',
      'Dien je het niet in? Dan ziet de raad het nog niet, en gebeurt er niets.',
    ]);
  });

  test('the invitation', () => {
    expect(each.invitation!()).toMatchObject({
      kind: 'invitation',
      subject: 'Doe je mee met een initiatief in je wijk?',
      path: '/meedoen/tok',
    });
    expect(bodyOf('invitation')).toEqual([
      'Noor uit Dorp vraagt of je mee geld aanvraagt uit het wijkbudget.',
      'Zo heet het initiatief: "Bankjes". Die naam koos Noor, niet Wijkkas.',
      'Op Wijkkas lees je meer. Daar zeg je ja of nee. Voor nee hoef je niet in te loggen.',
      'Doe je niets? Dan vraag je niets aan, en gaat het initiatief zonder jou door. Na 30 dagen wissen we je adres.',
    ]);
    expect(bodyOf('invitation by nobody')[0]).toMatch(/^Een buurtgenoot uit Dorp vraagt/);
  });

  test('the decision', () => {
    expect(each.adopted!()).toMatchObject({
      kind: 'decision',
      subject: 'Besluit over initiatief 12',
      path: '/besluiten/d1',
    });
    expect(bodyOf('adopted')).toEqual([
      'Buurtraad Dorp geeft je €\u00a01.250.',
      'Het gaat over initiatief 12: "Bankjes".',
      'De raad besluit namens het college van burgemeester en wethouders.',
      'Het geld staat nu voor je klaar. Je hoort van ons wanneer je het krijgt.',
      'Ben je het er niet mee eens? Dan kun je bezwaar maken. Schrijf aan de gemeente. Doe dat uiterlijk dinsdag 14 april 2026.',
      'Op Wijkkas staat het hele besluit, met het aantal stemmen.',
    ]);
    expect(bodyOf('rejected')).toEqual([
      'Buurtraad Dorp geeft je geen geld voor dit initiatief.',
      'Het gaat over initiatief 12: "Bankjes".',
      'De raad besluit namens het bestuur van de stichting.',
      'Waarom? Er is al een bankje.',
      'Ben je het er niet mee eens? Schrijf voor dinsdag 14 april 2026 aan het bestuur van de stichting.',
      'Op Wijkkas staat het hele besluit, met het aantal stemmen.',
    ]);
    expect(bodyOf('postponed')).toEqual([
      'Buurtraad Dorp besluit later. Er waren evenveel stemmen voor als tegen.',
      'Het gaat over initiatief 12: "Bankjes".',
      'De raad besluit namens het college van burgemeester en wethouders.',
      'Je hoeft nu niets te doen. Je krijgt weer bericht na de volgende vergadering.',
      'Op Wijkkas staat het hele besluit, met het aantal stemmen.',
    ]);
  });

  test.each([
    ['college', 'De raad besluit namens het college van burgemeester en wethouders.'],
    ['bestuurscommissie', 'De raad is een bestuurscommissie en besluit namens de gemeente.'],
    ['stichting', 'De raad besluit namens het bestuur van de stichting.'],
  ] as const)('on whose behalf: %s', (regime, says) => {
    expect(decisionLetter({ ...decided, regime }).body.split('\n\n')[2]).toBe(says);
  });

  test.each([
    ['partly', 'Buurtraad Dorp geeft je €\u00a01.000,50. Je vroeg €\u00a01.250.'],
    ['invalid', 'Buurtraad Dorp besluit later. Er stemden te weinig leden mee.'],
    ['referred', 'Buurtraad Dorp stuurt je initiatief door. De stadsraad besluit erover.'],
  ])('what was decided: %s', (name, summary) => {
    expect(bodyOf(name)[0]).toBe(summary);
  });

  test('the account', () => {
    expect(each['changed account']!()).toMatchObject({
      kind: 'payee',
      subject: 'Rekeningnummer gewijzigd voor initiatief 12',
      path: '/initiatieven/12/rekening',
    });
    expect(bodyOf('changed account')).toEqual([
      'Op dinsdag 3 maart 2026 om 23.30 uur is het rekeningnummer voor initiatief 12 gewijzigd. Dat deed een aanvrager van dit initiatief.',
      'Het nummer eindigt nu op 4300. Naar deze rekening gaat het geld.',
      'Een tweede persoon bij de gemeente kijkt dit eerst na. Tot die tijd betalen we niets.',
      'Klopt dit? Dan hoef je niets te doen.',
      'Was jij dit niet, of klopt het nummer niet? Log in en vul het goede rekeningnummer in. Bel of mail ook meteen de gemeente. Hieronder staat hoe.',
    ]);
    expect(bodyOf('own account')[0]).toMatch(/ vastgelegd\. Dat deed een aanvrager van dit initiatief\.$/);
    expect(bodyOf('own account')).toHaveLength(4);
    expect(bodyOf('account by the gemeente')[0]).toMatch(/Dat deed een betaler van de gemeente\.$/);
    expect(bodyOf('account by the gemeente')).toHaveLength(5);
  });

  test('the interest', () => {
    const page = '/raad/dorp/vergaderingen/m1/punten/i1';
    expect(each.reported!()).toMatchObject({
      kind: 'conflict',
      subject: 'Heb je belang bij initiatief 12?',
      path: `${page}/meldingen/r1/antwoord`,
    });
    expect(bodyOf('reported')).toEqual([
      'Sam Bos van Buurtraad Dorp zegt dat je zelf belang hebt bij een punt van de raad.',
      'Het gaat over initiatief 12: "Bankjes".',
      'De reden: "Zijn zus vraagt aan"',
      'Klopt het? Dan stem je niet mee over dit punt. Klopt het niet? Schrijf dan waarom. De voorzitter van de raad beslist daarna. Heeft de voorzitter er zelf mee te maken? Dan beslist iemand anders.',
      'Tot die tijd kun je niet stemmen over dit punt. De raad kan er ook nog niet over besluiten.',
      'Zeg je niets? Dan mag er in de vergadering ook zonder jouw antwoord worden beslist.',
    ]);
    expect(each.denied!()).toMatchObject({
      subject: 'Beslis over een melding bij initiatief 12',
      path: `${page}/meldingen/r1/oordeel`,
    });
    expect(bodyOf('denied')).toEqual([
      'Iemand meldde dat Kim Vos zelf belang heeft bij een punt van Buurtraad Dorp. Dat klopt niet, is het antwoord. Jij beslist nu.',
      'Het gaat over initiatief 12: "Bankjes".',
      'De melding: "Een zus"',
      'Het antwoord: "Ik heb geen zus"',
      'Tot je beslist, kan de raad niet besluiten over dit punt.',
    ]);
    expect(each.sustained!()).toMatchObject({
      subject: 'Beslist over de melding bij initiatief 12',
      path: page,
    });
    expect(bodyOf('sustained')).toEqual([
      'Je hebt belang bij dit punt. Je stemt niet mee. Had je al gestemd? Dan telt je stem niet mee.',
      'Het gaat over initiatief 12: "Bankjes".',
      'De reden: "Een zus"',
    ]);
    expect(bodyOf('dismissed')[0]).toBe('Je hebt geen belang bij dit punt. Je mag meestemmen.');
  });

  test('a desk', () => {
    expect(each['a desk']!()).toMatchObject({ kind: 'invitation', path: '/uitnodiging/tok' });
    expect(bodyOf('a desk')[1]).toBe('Dit word je: gebiedsmanager (Dorp), betaler.');
    expect(bodyOf('a desk')[3]).toBe(
      'De link werkt één keer, tot maandag 7 december 2026 om 23.30 uur. Geef hem aan niemand.',
    );
    // Somebody who lost their phone must get it, whatever mail they stopped.
    expect(each['a new factor']!()).toMatchObject({ kind: 'signIn', path: '/uitnodiging/tok' });
  });

  test('signing in', () => {
    expect(each.code!()).toMatchObject({ kind: 'signIn', subject: 'Je code voor Wijkkas: 1234 5678' });
    expect(bodyOf('reset')[0]).toBe('Kies een nieuw wachtwoord met deze link:\nhttps://a.nl/uitnodiging/tok');
    expect(bodyOf('no desk')[1]).toMatch(/code per mail:\nhttps:\/\/a\.nl\/aanmelden$/);
  });
});

describe('in English', () => {
  const english = (name: string) => each[name]!('en').body.split('\n\n');

  test('enough support', () => {
    expect(each.support!('en').subject).toBe('Enough support for initiative 12');
    expect(english('support')).toEqual([
      'Enough neighbours are for your initiative. You can hand it in now.',
      'It is about initiative 12: "Bankjes".',
      'Sign in and hand it in on the page of your initiative. After that the council decides within 8 weeks.',
      'If you do not hand it in, the council does not see it yet, and nothing happens.',
    ]);
  });

  test('the receipt', () => {
    expect(each.receipt!('en').subject).toBe('Initiative 12 has come in');
    expect(english('receipt')).toEqual([
      'Your initiative has come in. The council decides by Tuesday, 28 April 2026 at the latest.',
      'You ask for €\u00a01,250 for "Bankjes". Its number is 12.',
      'The council puts your initiative on the agenda of a meeting. After that you get a letter with the decision.',
      'You need to do nothing now. The page of your initiative shows how it stands.',
    ]);
  });
});

describe('the frame around a letter', () => {
  const theme = { base: 'vierstromen', action: null, header: null, footer: null } as const;
  const sender: Sender = { name: 'Kampen', email: 'wijk@kampen.nl', phone: '14 038', theme };
  const frame = { origin: 'https://a.nl', choicePath: '/post/x', sender };
  const dag = { body: 'Dag', path: null, lang: 'nl' } as const;

  test('says where it goes on and how to stop, and lets one follow addresses of this site alone', () => {
    const { text, html, headers } = outgoing(
      { body: 'Dag <b>\n\nhttps://b.nl/', path: '/mijn', lang: 'nl' },
      frame,
    );
    expect(text.split('\n\n').slice(2)).toEqual([
      'Lees verder: https://a.nl/mijn',
      'Wil je geen post meer van Wijkkas? Dat regel je hier: https://a.nl/post/x',
      'Gemeente Kampen\nVragen? Mail naar wijk@kampen.nl of bel 14 038.',
    ]);
    expect(html).toContain('<strong>Dag &lt;b&gt;</strong>');
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://a.nl/mijn"', 'href="https://a.nl/post/x"']);
    expect(headers).toEqual({
      'List-Unsubscribe': '<https://a.nl/post/x>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  test('leaves out where it goes on when it goes nowhere', () => {
    expect(outgoing({ body: 'Dag', path: null, lang: 'en' }, frame).text).toBe(
      'Dag\n\nNo more mail from Wijkkas? Arrange it here: https://a.nl/post/x\n\nMunicipality of Kampen\nQuestions? Mail wijk@kampen.nl or call 14 038.',
    );
  });

  test.each([
    [{ phone: null }, 'Gemeente Kampen\nVragen? Mail naar wijk@kampen.nl.'],
    [{ name: null, phone: null }, 'Vragen? Mail naar wijk@kampen.nl.'],
  ])('ends with what is known of the gemeente: %o', (unknown, end) => {
    const { text } = outgoing(dag, { ...frame, sender: { ...sender, ...unknown } });
    expect(text.split('\n\n').at(-1)).toBe(end);
  });

  test('comes under the name of the gemeente, from the address of the site', () => {
    const address = 'post@a.nl';
    const named = { name: 'Wijkkas Kampen', address };
    expect(['Wijkkas <post@a.nl>', address].map((from) => fromOf(from, sender))).toEqual([named, named]);
    expect(fromOf('Wijkkas <post@a.nl>', { ...sender, name: null })).toBe('Wijkkas <post@a.nl>');
  });

  test('has the colours of the gemeente', () => {
    const drawn = (own: Partial<Sender['theme']>) =>
      outgoing(dag, { ...frame, sender: { ...sender, theme: { ...theme, ...own } } }).html;
    expect(drawn({})).toContain('solid #0b4f5c');
    expect(drawn({ base: 'noorderzijl' })).toContain('solid #1b3f7a');
    expect(drawn({ action: '#7a1b3f' })).toContain('solid #7a1b3f');
  });
});
