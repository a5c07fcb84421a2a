import { type Evening, type Idea } from './script';

const wijk = 'parkwijk';

export const parkwijkIdeas: readonly Idea[] = [
  {
    key: 'boomgaard',
    who: 'parkwijk-5',
    with: ['parkwijk-6'],
    wijk,
    theme: 'groen',
    title: 'Een boomgaard in het Wilgenpark',
    summary: 'Twaalf fruitbomen waar iedereen in de herfst mag plukken.',
    story:
      'In het Wilgenpark ligt een veld waar bijna niemand komt. Wij willen daar twaalf oude soorten appel en peer planten. De school helpt met planten en water geven. In oktober plukken we samen en maken we sap bij het buurthuis.',
    place: 'Wilgenpark, het veld achter de speeltuin',
    participants: 60,
    startsOn: 20,
    lines: [
      ['Fruitbomen met paal en band', 12, 95],
      ['Compost en mulch', 1, 310],
      ['Gereedschap voor de schooltuingroep', 1, 240],
      ['Bord met de namen van de bomen', 1, 160],
    ],
    written: -85,
    published: -82,
    stances: [9, 1, 1],
    submitted: -74,
    remarks: [
      {
        who: 'parkwijk-9',
        day: -80,
        argument: 'for',
        body: 'Mooi plan. Ik heb thuis een ladder en wil elk jaar helpen met plukken.',
        verdict: { day: -79 },
      },
      {
        who: 'parkwijk-10',
        day: -78,
        argument: 'question',
        body: 'Wie geeft de bomen water in een droge zomer?',
        verdict: { day: -77 },
      },
    ],
    money: [{ day: -30, advance: 1_480 }],
  },
  {
    key: 'repair',
    who: 'parkwijk-6',
    wijk,
    theme: 'duurzaam',
    title: 'Repaircafé op zaterdag',
    summary: 'Elke eerste zaterdag repareren we samen wat kapot is.',
    story:
      'Veel spullen gaan weg terwijl ze nog te maken zijn. Zes buren kunnen goed repareren: fietsen, lampen, kleding en kleine apparaten. We willen elke maand een zaterdag open zijn in het buurthuis. Wie iets brengt, helpt zelf mee en leert het zo ook.',
    place: 'Buurthuis De Brug, de grote zaal',
    participants: 120,
    startsOn: 12,
    lines: [
      ['Gereedschap en meetapparaat', 1, 980],
      ['Huur van de zaal, per keer', 10, 85],
      ['Koffie en thee, per keer', 10, 25],
      ['Folders en een spandoek', 1, 320],
    ],
    written: -80,
    published: -78,
    stances: [7, 2, 0],
    submitted: -70,
  },
  {
    key: 'klimbos',
    who: 'parkwijk-7',
    with: ['parkwijk-11'],
    wijk,
    theme: 'jeugd',
    targetGroup: 'young',
    title: 'Klimbos bij basisschool De Vlinder',
    summary: 'Een speelplek van boomstammen, met en voor de kinderen gemaakt.',
    story:
      'Het plein van De Vlinder is van steen en wordt na schooltijd niet gebruikt. Kinderen uit groep 7 tekenden een klimbos van boomstammen, touwen en een uitkijkplek. Het bos is ook na school open voor de hele wijk. Ouders en opa’s helpen drie zaterdagen met bouwen.',
    place: 'Schoolplein De Vlinder, Lindelaan',
    participants: 300,
    startsOn: 60,
    lines: [
      ['Boomstammen, gekeurd en geplaatst', 14, 310],
      ['Touwen en netten', 1, 1_860],
      ['Valzand', 1, 1_250],
      ['Keuring voor de veiligheid', 1, 1_050],
    ],
    written: -84,
    published: -80,
    stances: [11, 1, 0],
    submitted: -66,
    remarks: [
      {
        who: 'parkwijk-12',
        day: -76,
        argument: 'for',
        body: 'Mijn kleinkinderen spelen nu op de parkeerplaats. Dit is veel veiliger.',
        verdict: { day: -75 },
      },
      {
        who: 'parkwijk-13',
        day: -75,
        argument: 'against',
        body: 'Ik woon ernaast en ben bang voor lawaai in de avond. Kan er een hek om dat om acht uur dicht gaat?',
        verdict: { day: -74 },
      },
    ],
    money: [{ day: -3, advance: 4_000 }],
  },
  {
    key: 'zomerfeest',
    who: 'parkwijk-8',
    wijk,
    theme: 'ontmoeten',
    title: 'Zomerfeest op de Lindelaan',
    summary: 'Eén middag geen auto’s, wel lange tafels en muziek van buren.',
    story:
      'We zetten de Lindelaan een middag af. Iedereen brengt eten mee en de fanfare speelt. Er is een hoek voor kleine kinderen en een stille hoek voor wie dat prettig vindt.',
    place: 'Lindelaan, tussen nummer 12 en 60',
    participants: 250,
    startsOn: 45,
    lines: [
      ['Huur van tafels en banken', 20, 22],
      ['Hekken en borden', 1, 260],
      ['Podium en geluid', 1, 500],
    ],
    written: -48,
    published: -45,
    stances: [6, 4, 1],
    submitted: -36,
  },
  {
    key: 'bankjes',
    who: 'parkwijk-9',
    wijk,
    theme: 'zorg',
    targetGroup: 'senior',
    title: 'Drie bankjes langs het water',
    summary: 'Zodat je ook met een rollator een rondje kunt lopen.',
    story:
      'Van de seniorenflat naar de winkels is het 900 meter. Onderweg staat geen enkel bankje. Met drie bankjes kunnen ook oudere buren weer zelf boodschappen doen. De gemeente plaatst ze, wij houden ze schoon.',
    place: 'Wandelpad langs de Noorderstroom',
    participants: 80,
    startsOn: 50,
    lines: [
      ['Bankje met armleuning, hergebruikt hout', 3, 540],
      ['Plaatsen en bestraten', 3, 120],
    ],
    written: -30,
    published: -27,
    stances: [8, 0, 1],
    submitted: -18,
    remarks: [
      {
        who: 'parkwijk-14',
        day: -20,
        argument: 'for',
        body: 'Mijn moeder komt nu de deur niet meer uit. Met bankjes durft ze het weer.',
        verdict: { day: -19 },
      },
      { who: 'parkwijk-10', day: -1, argument: 'question', body: 'Komt er ook een prullenbak bij?' },
    ],
  },
  {
    key: 'speelkast',
    who: 'parkwijk-12',
    wijk,
    theme: 'jeugd',
    targetGroup: 'young',
    title: 'Speelgoedkast in het park',
    summary: 'Ballen, springtouwen en stoepkrijt om samen te gebruiken.',
    story:
      'In het park komt een stevige kast met buitenspeelgoed. Ouders hebben een sleutel en doen om de beurt de kast open en dicht. Elk jaar vullen we aan wat kapot is.',
    place: 'Wilgenpark, bij de waterkraan',
    participants: 90,
    startsOn: 65,
    lines: [
      ['Kast van metaal met slot', 1, 620],
      ['Speelgoed voor buiten', 1, 340],
    ],
    written: -11,
    published: -10,
    stances: [7, 0, 0],
    submitted: -4,
  },
  {
    key: 'moestuin',
    who: 'samira',
    with: ['parkwijk-8'],
    asked: ['parkwijk-7', 'joop'],
    wijk,
    theme: 'groen',
    title: 'Moestuin achter het buurthuis',
    summary: 'Samen groente telen en op vrijdag samen koken.',
    story:
      'Achter het buurthuis ligt een leeg stuk grond. Met tien bakken kunnen twintig gezinnen hun eigen groente telen. Op vrijdag koken we van de oogst.',
    place: 'Achter Buurthuis De Brug',
    participants: 40,
    startsOn: 70,
    lines: [
      ['Bak van lariks, een meter hoog', 10, 68],
      ['Tuinaarde', 10, 24],
    ],
    written: -3,
  },
];

export const parkwijkEvenings: readonly Evening[] = [
  {
    council: wijk,
    convener: 'ruud',
    day: -54,
    place: 'Buurthuis De Brug',
    items: [
      {
        idea: 'boomgaard',
        conflicted: ['esra'],
        decided:
          'Het park wordt mooier en de school doet mee. De raad vraagt om een plan voor water in droge zomers.',
      },
      {
        idea: 'repair',
        proposed: 1_900,
        against: ['ruud'],
        decided:
          'De raad vindt dit een goed plan. De huur van de zaal kan lager: het buurthuis rekent voor bewoners de helft.',
      },
      {
        idea: 'klimbos',
        referred: 'Dit bedrag is hoger dan onze raad zelf mag beslissen. Wij zijn er wel voor.',
      },
    ],
  },
  {
    council: wijk,
    convener: 'ruud',
    day: -12,
    place: 'Buurthuis De Brug',
    items: [
      {
        idea: 'zomerfeest',
        against: ['ruud', 'winston', 'parkwijk-2'],
        decided:
          'De stemmen staken: drie voor en drie tegen. Het voorstel komt terug op de volgende vergadering.',
      },
    ],
  },
  {
    council: wijk,
    convener: 'ruud',
    day: 9,
    place: 'Buurthuis De Brug',
    items: [{ idea: 'zomerfeest' }, { idea: 'bankjes' }],
  },
  {
    council: 'stadsraad',
    convener: 'tineke',
    day: -33,
    place: 'Stadhuis, raadzaal',
    absent: ['wortmanbuurt-1'],
    items: [
      {
        idea: 'klimbos',
        against: ['buitenstad-1'],
        decided:
          'Driehonderd kinderen krijgen een plek om te spelen. Om acht uur ’s avonds gaat het hek dicht.',
      },
    ],
  },
];
