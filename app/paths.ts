/** What stands in an address: a number, a slug, an id. */
type Part = string | number | bigint;

const at = (part: Part) => encodeURIComponent(String(part));

/** A door with the way back behind it: where one goes once it is open. */
export const withBack = (door: string, back: string) => `${door}?terug=${encodeURIComponent(back)}`;

/** Every address of this site, by noun and page; `app/routes.ts` hangs the pages there. */
export const paths = {
  site: {
    home: '/',
    language: '/taal',
    about: '/over',
    accessibility: '/toegankelijkheid',
    privacy: '/privacy',
    admin: '/beheer',
    setUp: '/beheer/inrichten',
  },
  area: {
    wijken: '/wijken',
    wijk: (slug: Part) => `/wijken/${at(slug)}`,
    manage: '/beheer/gebieden',
    importWijken: '/beheer/gebieden/inlezen',
    readWijken: (id: Part) => `/beheer/gebieden/inlezen/${at(id)}`,
    rename: (id: Part) => `/beheer/gebieden/${at(id)}`,
    join: (id: Part) => `/beheer/gebieden/${at(id)}/samenvoegen`,
    leaveOut: (id: Part) => `/beheer/gebieden/${at(id)}/weglaten`,
  },
  initiative: {
    list: '/initiatieven',
    start: '/initiatieven/nieuw',
    show: (number: Part) => `/initiatieven/${at(number)}`,
    edit: (number: Part, step: Part) => `/initiatieven/${at(number)}/bewerken/${at(step)}`,
    support: (number: Part) => `/initiatieven/${at(number)}/steun`,
    comment: (number: Part) => `/initiatieven/${at(number)}/reacties`,
    submit: (number: Part) => `/initiatieven/${at(number)}/indienen`,
    withdraw: (number: Part) => `/initiatieven/${at(number)}/intrekken`,
    money: (number: Part) => `/initiatieven/${at(number)}/geld`,
    account: (number: Part) => `/initiatieven/${at(number)}/rekening`,
    coApplicants: (number: Part) => `/initiatieven/${at(number)}/meeaanvragers`,
    asked: (token: Part) => `/meedoen/${at(token)}`,
    join: (id: Part) => `/mijn/uitnodigingen/${at(id)}`,
    moderate: '/beheer/reacties',
  },
  money: {
    city: '/geld',
    rows: '/geld/boekingen',
    rowsCsv: '/geld/boekingen.csv',
    howMoney: '/uitleg/geld',
    desk: '/gemeente',
    spendingCsv: '/gemeente/uitgaven.csv',
    task: (id: Part) => `/gemeente/taken/${at(id)}`,
  },
  ledger: {
    journalCsv: '/geld/journaal.csv',
    journalHledger: '/geld/journaal.hledger',
    reverse: (id: Part) => `/gemeente/boekingen/${at(id)}/terugdraaien`,
    postings: (slug: Part) => `/wijken/${at(slug)}/boekingen`,
    postingsCsv: (slug: Part) => `/wijken/${at(slug)}/boekingen.csv`,
  },
  sources: {
    list: '/gemeente/bronnen',
    divide: '/gemeente/bronnen/verdelen',
    show: (code: Part) => `/gemeente/bronnen/${at(code)}`,
    extra: (code: Part) => `/gemeente/bronnen/${at(code)}/toezegging`,
    giveBack: (code: Part) => `/gemeente/bronnen/${at(code)}/teruggeven`,
  },
  yearEnd: {
    next: '/gemeente/jaareinde',
    show: (year: Part) => `/gemeente/jaareinde/${at(year)}`,
    close: (year: Part) => `/gemeente/jaareinde/${at(year)}/afsluiten`,
  },
  grants: {
    list: '/gemeente/toekenningen',
    show: (number: Part) => `/gemeente/toekenningen/${at(number)}`,
    advance: (number: Part) => `/gemeente/toekenningen/${at(number)}/voorschot`,
    settle: (number: Part) => `/gemeente/toekenningen/${at(number)}/vaststellen`,
    settleCheck: (number: Part) => `/gemeente/toekenningen/${at(number)}/vaststellen/controleren`,
    clawback: (number: Part) => `/gemeente/toekenningen/${at(number)}/terugontvangst`,
    writeOff: (number: Part) => `/gemeente/toekenningen/${at(number)}/afboeken`,
    payee: (number: Part) => `/gemeente/toekenningen/${at(number)}/rekeningnummer`,
    payeeConfirm: (number: Part) => `/gemeente/toekenningen/${at(number)}/rekeningnummer/bevestigen`,
  },
  payments: {
    list: '/gemeente/betalingen',
    batch: (number: Part) => `/gemeente/betalingen/${at(number)}`,
    batchWithdraw: (number: Part) => `/gemeente/betalingen/${at(number)}/intrekken`,
    batchFile: (number: Part) => `/gemeente/betalingen/${at(number)}/bank.xml`,
    statements: '/gemeente/afschriften',
    statement: (id: Part) => `/gemeente/afschriften/${at(id)}`,
    balance: '/gemeente/bank',
    parked: '/gemeente/apart-gezet',
    parkedLine: (id: Part) => `/gemeente/apart-gezet/${at(id)}`,
    sendBack: (id: Part) => `/gemeente/apart-gezet/${at(id)}/terugsturen`,
  },
  voting: {
    rounds: '/stemrondes',
    round: (number: Part) => `/stemrondes/${at(number)}`,
    outcome: (number: Part) => `/stemrondes/${at(number)}/uitslag`,
    ballotsPb: (number: Part) => `/stemrondes/${at(number)}/stemmen.pb`,
    outcomeJson: (number: Part) => `/stemrondes/${at(number)}/uitslag.json`,
    project: (number: Part, project: Part) => `/stemrondes/${at(number)}/plannen/${at(project)}`,
    ballot: (number: Part) => `/stemrondes/${at(number)}/stembiljet`,
    howShares: '/uitleg/gelijke-delen',
  },
  people: {
    signIn: '/aanmelden',
    signInCode: '/aanmelden/code',
    deskSignIn: '/aanmelden/raad',
    deskCode: '/aanmelden/raad/code',
    reset: '/aanmelden/raad/vergeten',
    invitation: (token: Part) => `/uitnodiging/${at(token)}`,
    firstAdmin: (token: Part) => `/uitnodiging/${at(token)}/beginnen`,
    signOut: '/afmelden',
    mailChoice: (token: Part) => `/post/${at(token)}`,
    me: '/mijn',
    details: '/mijn/gegevens',
    shownName: '/mijn/naam',
    roster: '/beheer/mensen',
    onRoster: (id: Part) => `/beheer/mensen/${at(id)}`,
    invite: '/beheer/mensen/uitnodigen',
    inviteAgain: (id: Part) => `/beheer/mensen/${at(id)}/uitnodigen`,
    inviteLetter: (id: Part) => `/beheer/mensen/${at(id)}/brief`,
    disable: (id: Part) => `/beheer/mensen/${at(id)}/uitschakelen`,
    signOutEverywhere: (id: Part) => `/beheer/mensen/${at(id)}/uitloggen`,
    renewFactor: (id: Part) => `/beheer/mensen/${at(id)}/tweede-code`,
    giveRole: (id: Part) => `/beheer/mensen/${at(id)}/rol-geven`,
    endRole: (id: Part, term: Part) => `/beheer/mensen/${at(id)}/rollen/${at(term)}`,
    demo: '/demonstratie',
    outbox: '/demonstratie/post',
  },
  council: {
    publicList: '/raden',
    show: (slug: Part) => `/raden/${at(slug)}`,
    councils: '/raad',
    desk: (slug: Part) => `/raad/${at(slug)}`,
    plan: (slug: Part) => `/raad/${at(slug)}/vergaderingen/nieuw`,
    meeting: (slug: Part, id: Part) => `/raad/${at(slug)}/vergaderingen/${at(id)}`,
    item: (slug: Part, id: Part, item: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}`,
    vote: (slug: Part, id: Part, item: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/stem`,
    conflict: (slug: Part, id: Part, item: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/belang`,
    report: (slug: Part, id: Part, item: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/melding`,
    reportAnswer: (slug: Part, id: Part, item: Part, report: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/meldingen/${at(report)}/antwoord`,
    reportRuling: (slug: Part, id: Part, item: Part, report: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/meldingen/${at(report)}/oordeel`,
    outcome: (slug: Part, id: Part, item: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/uitslag`,
    reservation: (slug: Part, id: Part, item: Part) =>
      `/raad/${at(slug)}/vergaderingen/${at(id)}/punten/${at(item)}/reservering`,
    decisions: '/besluiten',
    decision: (id: Part) => `/besluiten/${at(id)}`,
  },
} as const;
