export default {
  votes_one: '{{number}} stem',
  votes_other: '{{number}} stemmen',
  points_one: '{{number}} punt',
  points_other: '{{number}} punten',
  fromTo: '{{from}} tot en met {{until}}',
  list: {
    title: 'Stemmen',
    intro: 'In een ronde stemmen bewoners samen over een budget: zij kiezen welke plannen er komen.',
    description: 'Alle stemrondes: waarover is gestemd, wat er is gekozen en waarom.',
    budget: 'Budget: {{budget}}',
    voters_one: '{{voters}} bewoner stemde',
    voters_other: '{{voters}} bewoners stemden',
    chosen: 'Met gelijke delen: {{chosen}} van {{projects}} plannen gekozen',
    counting: 'We tellen de stemmen',
    emptyTitle: 'Er is nog geen ronde geweest',
    empty:
      'Na een stemming staat hier de uitslag: wat er is gekozen en waarom. Lees alvast hoe het tellen gaat.',
  },
  facts: {
    place: 'Waar',
    when: 'Wanneer',
    budget: 'Budget',
    projects: 'Plannen',
    voters: 'Stemmers',
    how: 'Hoe er is gestemd',
  },
  voted: {
    approval: 'Een of meer plannen per stemmer',
    atMost_one: 'Hoogstens {{count}} plan per stemmer',
    atMost_other: 'Hoogstens {{count}} plannen per stemmer',
    'choose-1': 'Eén plan per stemmer',
    ordinal: 'Plannen op volgorde: het liefste plan kreeg de meeste punten',
    cumulative: 'Elke stemmer verdeelde punten over plannen',
    scoring: 'Elke stemmer gaf plannen punten',
  },
  withdrawn: {
    pageTitle: 'Ingetrokken: {{name}}',
    description: 'De stemronde {{name}} is ingetrokken. Hier lees je wanneer en waarom.',
    title: 'Deze ronde is ingetrokken',
    on: 'Ingetrokken op',
    reason: 'Waarom: {{reason}}',
    means:
      'De uitslag geldt niet meer. Daarom staat de ronde niet meer in de lijst en tonen we de uitslag niet.',
    again: 'Deze stemming is opnieuw ingelezen. Bekijk die ronde',
  },
  outcome: {
    pageTitle: 'Uitslag van {{name}}',
    description: 'De uitslag van {{name}}: welke plannen zijn gekozen, wat ze kosten en waarom.',
    chosen_one: '{{chosen}} van {{projects}} plannen is gekozen',
    chosen_other: '{{chosen}} van {{projects}} plannen zijn gekozen',
    money: 'Dat kost {{spent}}. Er blijft {{left}} over.',
    fromFile: 'De stemmen van deze ronde komen uit een bestand. Wijkkas heeft ze geteld.',
    elsewhere:
      'Deze ronde is ergens anders gehouden en is al voorbij. Wijkkas telde de stemmen opnieuw, uit een bestand. Wat daar toen is besloten, kan anders zijn.',
    otherRule: 'Je ziet nu de uitslag met een andere manier van tellen: {{name}}.',
    toUsual: 'Terug naar gelijke delen',
  },
  parts: { title: 'Op deze pagina', rule: 'Zo is er geteld' },
  bar: {
    shares_one: 'Betaald uit gelijke delen: {{projects}} plan',
    shares_other: 'Betaald uit gelijke delen: {{projects}} plannen',
    chosen_one: 'Gekozen: {{projects}} plan',
    chosen_other: 'Gekozen: {{projects}} plannen',
    filled_one: 'Aangevuld met wat overbleef: {{projects}} plan',
    filled_other: 'Aangevuld met wat overbleef: {{projects}} plannen',
    left: 'Blijft over',
  },
  counting: {
    title: 'We tellen de stemmen',
    soon: 'Het tellen begint zo.',
    progress: '{{done}} van {{total}} manieren van tellen klaar.',
    fresh: 'De uitslag verschijnt hier vanzelf. Je kunt ook later terugkomen.',
    again: 'Kijk of de uitslag er al is',
  },
  failed: {
    title: 'Deze uitslag is er niet',
    status: 'Het tellen is niet gelukt, of onze eigen controle vond een fout.',
    next: 'We laten niets zien tot iemand ernaar heeft gekeken.',
    why: 'Elke telling controleren we zelf voor ze online komt. Er is geen stem verloren.',
  },
  rule: {
    title: 'Zo is er geteld: {{name}}',
    example: 'Lees met een voorbeeld hoe gelijke delen werkt',
    start:
      'Het budget van {{budget}} is verdeeld in gelijke delen: elk van de {{voters}} stemmers begon met {{start}}.',
    pay: {
      votes:
        'Een plan wordt betaald door de mensen die erop stemden, ieder evenveel. Wie te weinig heeft, geeft wat er nog is.',
      points:
        'Een plan wordt betaald door de mensen die het punten gaven. Wie meer punten gaf, betaalt meer. Wie te weinig heeft, geeft wat er nog is.',
    },
    first: {
      cost: {
        votes:
          'Steeds gaat het plan met de meeste stemmen voor. Wie nog maar de helft kan betalen, telt voor een halve stem.',
        points:
          'Steeds gaat het plan met de meeste punten voor. Van wie nog maar de helft kan betalen, tellen de punten half.',
      },
      card: {
        votes: 'Steeds gaat het plan voor dat elke stemmer het minst kost.',
        points: 'Steeds gaat het plan voor dat per punt het minst kost.',
      },
    },
    raise:
      'Daarna kreeg iedereen er steeds {{step}} bij en telden we opnieuw. Dat ging door tot er niets meer bij paste, of tot het te duur werd. De laatste telling die in het budget paste, geldt: iedere stemmer kreeg {{endowment}}.',
    notRaised: {
      exhaustive: 'Dat deel hoefde niet te groeien: er paste geen ander plan meer bij.',
      'next-over-budget': 'Dat deel kon niet groeien: dan kostten de plannen meer dan het budget.',
    },
    fill: {
      votes: 'Met wat overbleef kozen we plannen die nog pasten, die met de meeste stemmen eerst.',
      points: 'Met wat overbleef kozen we plannen die nog pasten, die met de meeste punten eerst.',
    },
    greedy: {
      votes: 'De plannen staan op volgorde van het aantal stemmen.',
      points: 'De plannen staan op volgorde van het aantal punten.',
    },
    'greedy-ratio': {
      votes: 'De plannen staan op volgorde van het aantal stemmen per {{unit}}.',
      points: 'De plannen staan op volgorde van het aantal punten per {{unit}}.',
    },
    line: 'Van boven naar beneden is elk plan gekozen dat nog in het budget paste. Wat niet paste, sloegen we over.',
    overBudget: 'Een plan dat meer kost dan het hele budget, telde niet mee.',
    ties: {
      votes:
        'Stonden plannen gelijk? Dan ging het plan met de meeste stemmen voor, daarna het goedkoopste, daarna het eerste nummer. Er is niet geloot.',
      points:
        'Stonden plannen gelijk? Dan ging het plan met de meeste punten voor, daarna het goedkoopste, daarna het eerste nummer. Er is niet geloot.',
      greedy:
        'Stonden plannen gelijk? Dan ging het goedkoopste voor, daarna het eerste nummer. Er is niet geloot.',
    },
  },
  exact: {
    title: 'De precieze getallen van deze telling',
    endowment: 'Iedere stemmer kreeg {{near}}.',
    rounded: 'Dat is naar beneden afgerond. Precies is het {{currency}} {{exact}}.',
    exhaustive_one:
      'We hoogden het deel {{count, number}} keer op met {{step}}. Daarna paste er geen plan met stemmen meer bij.',
    exhaustive_other:
      'We hoogden het deel {{count, number}} keer op met {{step}}. Daarna paste er geen plan met stemmen meer bij.',
    'next-over-budget_one':
      'We hoogden het deel {{count, number}} keer op met {{step}}. Bij nog een keer kostten de plannen meer dan het budget.',
    'next-over-budget_other':
      'We hoogden het deel {{count, number}} keer op met {{step}}. Bij nog een keer kostten de plannen meer dan het budget.',
    overBudget_zero: 'Geen enkel plan kostte meer dan het hele budget.',
    overBudget_one: '{{count, number}} plan kostte meer dan het hele budget.',
    overBudget_other: '{{count, number}} plannen kostten meer dan het hele budget.',
    noTies: 'Bij geen enkele keuze stonden plannen gelijk.',
    ties_one: 'Bij {{count, number}} keuze stonden plannen gelijk:',
    ties_other: 'Bij {{count, number}} keuzes stonden plannen gelijk:',
    and: ' en ',
    decided: {
      votes: ': het plan met de meeste stemmen of punten ging voor.',
      cost: ': het goedkoopste plan ging voor.',
      lot: ': het plan met het eerste nummer ging voor.',
    },
    tiesMet_one: 'In alle tellingen samen stonden {{count, number}} keer plannen gelijk.',
    tiesMet_other: 'In alle tellingen samen stonden {{count, number}} keer plannen gelijk.',
    ids: 'De nummers zijn die uit het bestand. We zetten ze op volgorde als tekst, dus 10 komt voor 2.',
  },
  projects: {
    title: 'Alle plannen',
    found_one: '{{count}} plan',
    found_other: '{{count}} plannen',
    none: 'Geen plan gevonden',
    noneHelp: 'Geen enkel plan past bij wat je zoekt. Probeer een ander woord, of haal een filter weg.',
    all: 'Toon alle plannen',
  },
  search: {
    text: 'Zoek een plan',
    submit: 'Zoek',
    filters: 'Filter en sorteer',
    state: 'Uitslag',
    anyState: 'Alle plannen',
    category: 'Onderwerp',
    anyCategory: 'Alle onderwerpen',
    sort: 'Volgorde',
    apply: 'Pas toe',
  },
  state: { chosen: 'Gekozen', rest: 'Niet gekozen' },
  sort: {
    outcome: 'Gekozen eerst',
    votes: 'Meeste stemmen eerst',
    points: 'Meeste punten eerst',
    highest: 'Duurste eerst',
    lowest: 'Goedkoopste eerst',
    support: 'Hoogste dekking eerst',
    name: 'Naam, van A tot Z',
  },
  support: {
    label: 'Dekking:',
    meaning:
      'Bij elk plan staat de dekking: welk deel van de kosten de stemmers samen zouden betalen. 100 % is net genoeg om te winnen met gelijke delen. 50 % is de helft daarvan, 200 % het dubbele. Onder 100 % kan een plan nog gekozen zijn met geld dat overbleef.',
  },
  wentTo: {
    title: 'Waar ging het geld van de stemmers heen?',
    intro: 'De stemmers van dit plan betaalden samen ook mee aan:',
    others_one: '{{count}} ander plan',
    others_other: '{{count}} andere plannen samen',
  },
  reason: {
    near: 'Net niet gekozen',
    not: 'Niet gekozen',
    free: 'Gekozen: dit plan kost niets, en er is op gestemd.',
    paidByShares_one: 'Gekozen in ronde {{round}}. {{payers}} stemmer betaalde {{cost}}.',
    paidByShares_other: 'Gekozen in ronde {{round}}. {{payers}} stemmers betaalden samen {{cost}}.',
    byVotes: 'Gekozen met {{votes}}. Het paste nog in het budget.',
    byRatio: 'Gekozen met {{votes}}. Dat is veel voor wat het kost, en het paste nog in het budget.',
    filledUp: 'Gekozen met geld dat overbleef. Geen ander plan dat nog paste, had meer stemmen.',
    filledUpPoints: 'Gekozen met geld dat overbleef. Geen ander plan dat nog paste, had meer punten.',
    filledWithoutVotes: 'Gekozen met geld dat overbleef. Het paste nog, al stemde niemand erop.',
    overBudget: 'Niet gekozen: dit plan kost meer dan het hele budget. Het telde daarom niet mee.',
    withoutVotes: 'Niet gekozen: niemand stemde op dit plan.',
    withoutPoints: 'Niet gekozen: niemand gaf punten aan dit plan.',
    notAffordable:
      '{{so}}: na ronde {{round}} hadden de stemmers samen nog {{left}} over. Dat is {{lack}} te weinig.',
    neverAffordable: '{{so}}: de stemmers hadden vanaf het begin samen {{lack}} te weinig.',
    doesNotFit: 'Niet gekozen: andere plannen gingen voor. Daarna was er te weinig geld over.',
  },
};
