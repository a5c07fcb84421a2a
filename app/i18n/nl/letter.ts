/** Letters by mail: the frame, and the texts of each kind. An empty line begins a paragraph. */
export default {
  onward: 'Lees verder: {{link}}',
  foot: 'Wil je geen post meer van Wijkkas? Dat regel je hier: {{link}}',
  sender: {
    gemeente: 'Gemeente {{name}}',
    mail: 'Vragen? Mail naar {{email}}.',
    both: 'Vragen? Mail naar {{email}} of bel {{phone}}.',
  },
  code: {
    subject: 'Je code voor Wijkkas: {{code}}',
    body: 'Je code is {{code}}. Vul hem in op de pagina waar je inlogt.\n\nDe code werkt 10 minuten, en één keer. Geef hem aan niemand.\n\nHeb je geen code gevraagd? Dan hoef je niets te doen. Zonder deze code kan niemand inloggen met jouw adres.',
  },
  reset: {
    subject: 'Kies een nieuw wachtwoord voor Wijkkas',
    body: 'Kies een nieuw wachtwoord met deze link:\n{{link}}\n\nDe link werkt een uur, en één keer. Je hebt ook een code uit je app nodig.\n\nHeb je dit niet gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft hetzelfde.',
  },
  noDesk: {
    subject: 'Inloggen bij Wijkkas',
    body: 'Bij dit adres hoort geen wachtwoord. Je hoeft er dus ook geen te kiezen.\n\nIemand vroeg voor dit adres om een nieuw wachtwoord. Was jij dat? Bewoners loggen in met een code per mail:\n{{link}}\n\nWerk je voor een raad of voor de gemeente? Vraag de beheerder om een uitnodiging.',
  },
  about: 'Het gaat over initiatief {{number}}: "{{title}}".',
  receipt: {
    subject: 'Initiatief {{number}} is binnen',
    decideBy: 'Je initiatief is binnen. De raad beslist uiterlijk op {{day}}.',
    asked: 'Je vraagt {{amount}} voor "{{title}}". Het nummer is {{number}}.',
    then: 'De raad zet je initiatief op de agenda van een vergadering. Daarna krijg je een brief met het besluit.',
    nothing: 'Je hoeft nu niets te doen. Op de pagina van je initiatief zie je hoe het ervoor staat.',
  },
  support: {
    subject: 'Genoeg steun voor initiatief {{number}}',
    enough: 'Er zijn genoeg buren voor je initiatief. Je kunt het nu indienen.',
    handIn_one:
      'Log in en dien het in op de pagina van je initiatief. Daarna besluit de raad binnen {{count}} week.',
    handIn_other:
      'Log in en dien het in op de pagina van je initiatief. Daarna besluit de raad binnen {{count}} weken.',
    notYet: 'Dien je het niet in? Dan ziet de raad het nog niet, en gebeurt er niets.',
  },
  invitation: {
    subject: 'Doe je mee met een initiatief in je wijk?',
    somebody: 'Een buurtgenoot',
    asks: '{{who}} uit {{area}} vraagt of je mee geld aanvraagt uit het wijkbudget.',
    plan: 'Zo heet het initiatief: "{{title}}". Die naam koos {{who}}, niet Wijkkas.',
    answer: 'Op Wijkkas lees je meer. Daar zeg je ja of nee. Voor nee hoef je niet in te loggen.',
    silent:
      'Doe je niets? Dan vraag je niets aan, en gaat het initiatief zonder jou door. Na {{days}} dagen wissen we je adres.',
  },
  residence: {
    sender: 'Gemeente {{gemeente}}, Wijkkas',
    subject: 'Je code: laat zien dat je in {{area}} woont',
    why: 'Je vroeg op Wijkkas om een brief. Met de code in deze brief laat je zien dat je in {{area}} woont. Dan kun je meedoen met je wijk: initiatieven steunen, geld vragen en stemmen.',
    how: 'Ga naar {{link}} en vul de code in. Of scan het vierkant met de camera van je telefoon.',
    until: 'De code werkt tot en met {{day}}, en één keer. Geef hem aan niemand.',
    code: 'Je code',
    scan: 'De link naar de pagina waar je de code invult',
    unexpected: 'Heb je dit niet gevraagd? Dan hoef je niets te doen. Gooi de brief weg.',
    english: 'In English: with this code you show that you live here. Type it at {{link}} until {{day}}.',
  },
  rejected: {
    subject: 'Je woont niet meer in {{area}}, volgens Wijkkas',
    says: 'Op Wijkkas stond dat je in {{area}} woont. De gemeente zegt dat dit niet klopt.',
    reason: 'De reden: {{reason}}',
    follows: 'Wat je als buur hebt gezegd over initiatieven in die wijk, telt niet meer mee.',
    then: 'Klopt dit niet? Vraag dan een brief met een code aan. Of laat bij de gemeente of bij iemand van je wijk zien waar je woont.',
  },
  desk: {
    subject: 'Je bent uitgenodigd voor Wijkkas',
    roleFor: '{{role}} ({{place}})',
    asks: 'De gemeente nodigt je uit om mee te werken in Wijkkas. Daar staat het geld van de wijken.',
    roles: 'Dit word je: {{roles}}.',
    how: 'Met de link kies je een wachtwoord. Je zet ook een app op je telefoon die codes maakt. Dat duurt vijf minuten.',
    term: 'De link werkt één keer, tot {{day}} om {{time}} uur. Geef hem aan niemand.',
    unexpected: 'Verwachtte je dit niet? Doe dan niets, en bel of mail de gemeente.',
  },
  factor: {
    subject: 'Maak je tweede code opnieuw',
    says: 'Twee beheerders hebben geregeld dat je een nieuwe tweede code kunt maken.',
    closed: 'Je oude wachtwoord en je oude code werken niet meer. Je bent overal uitgelogd.',
    unexpected: 'Heb je hier niet om gevraagd? Doe dan niets, en bel de gemeente meteen.',
  },
  decision: {
    subject: 'Besluit over initiatief {{number}}',
    outcome: {
      adopted: '{{council}} geeft je {{granted}}.',
      adoptedPartly: '{{council}} geeft je {{granted}}. Je vroeg {{asked}}.',
      notAdopted: '{{council}} geeft je geen geld voor dit initiatief.',
      postponed: '{{council}} besluit later. Er waren evenveel stemmen voor als tegen.',
      invalid: '{{council}} besluit later. Er stemden te weinig leden mee.',
      referred: '{{council}} stuurt je initiatief door. De stadsraad besluit erover.',
    },
    behalf: {
      college: 'De raad besluit namens het college van burgemeester en wethouders.',
      bestuurscommissie: 'De raad is een bestuurscommissie en besluit namens de gemeente.',
      stichting: 'De raad besluit namens het bestuur van de stichting.',
    },
    why: 'Waarom? {{reasons}}',
    ready: 'Het geld staat nu voor je klaar. Je hoort van ons wanneer je het krijgt.',
    wait: 'Je hoeft nu niets te doen. Je krijgt weer bericht na de volgende vergadering.',
    objection: {
      gemeente:
        'Ben je het er niet mee eens? Dan kun je bezwaar maken. Schrijf aan de gemeente. Doe dat uiterlijk {{day}}.',
      board: 'Ben je het er niet mee eens? Schrijf voor {{day}} aan het bestuur van de stichting.',
    },
    more: 'Op Wijkkas staat het hele besluit, met het aantal stemmen.',
  },
  payee: {
    subject: {
      recorded: 'Rekeningnummer vastgelegd voor initiatief {{number}}',
      changed: 'Rekeningnummer gewijzigd voor initiatief {{number}}',
    },
    happened: {
      recorded:
        'Op {{day}} om {{time}} uur is het rekeningnummer voor initiatief {{number}} vastgelegd. Dat deed {{who}}.',
      changed:
        'Op {{day}} om {{time}} uur is het rekeningnummer voor initiatief {{number}} gewijzigd. Dat deed {{who}}.',
    },
    who: { applicant: 'een aanvrager van dit initiatief', desk: 'een betaler van de gemeente' },
    number: 'Het nummer eindigt nu op {{end}}. Naar deze rekening gaat het geld.',
    checked: 'Een tweede persoon bij de gemeente kijkt dit eerst na. Tot die tijd betalen we niets.',
    right: 'Klopt dit? Dan hoef je niets te doen.',
    wrong:
      'Was jij dit niet, of klopt het nummer niet? Log in en vul het goede rekeningnummer in. Bel of mail ook meteen de gemeente. Hieronder staat hoe.',
  },
  conflict: {
    reason: 'De reden: "{{reason}}"',
    reported: {
      subject: 'Heb je belang bij initiatief {{number}}?',
      says: '{{reporter}} van {{council}} zegt dat je zelf belang hebt bij een punt van de raad.',
      answer:
        'Klopt het? Dan stem je niet mee over dit punt. Klopt het niet? Schrijf dan waarom. De voorzitter van de raad beslist daarna. Heeft de voorzitter er zelf mee te maken? Dan beslist iemand anders.',
      until: 'Tot die tijd kun je niet stemmen over dit punt. De raad kan er ook nog niet over besluiten.',
      silent: 'Zeg je niets? Dan mag er in de vergadering ook zonder jouw antwoord worden beslist.',
    },
    denied: {
      subject: 'Beslis over een melding bij initiatief {{number}}',
      rule: 'Iemand meldde dat {{name}} zelf belang heeft bij een punt van {{council}}. Dat klopt niet, is het antwoord. Jij beslist nu.',
      report: 'De melding: "{{reason}}"',
      answer: 'Het antwoord: "{{reason}}"',
      until: 'Tot je beslist, kan de raad niet besluiten over dit punt.',
    },
    ruled: {
      subject: 'Beslist over de melding bij initiatief {{number}}',
      sustained:
        'Je hebt belang bij dit punt. Je stemt niet mee. Had je al gestemd? Dan telt je stem niet mee.',
      dismissed: 'Je hebt geen belang bij dit punt. Je mag meestemmen.',
    },
  },
};
