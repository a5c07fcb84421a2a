/** How equal shares are counted, explained with an example that the counting code itself makes. */
export default {
  crumb: 'Gelijke delen',
  title: 'Hoe tellen we met gelijke delen?',
  description: 'Zo kiezen we plannen met gelijke delen: een voorbeeld met vijf stemmers, stap voor stap.',
  intro:
    'Jouw stem is een eigen deel van het budget waard. Met dat deel help je de plannen waar jij op stemde. Zo krijgt ook een kleine groep iets voor haar stemmen.',
  project: {
    benches: 'Bankjes op het plein',
    lights: 'Lampjes in de straat',
    bookcase: 'Boekenkast voor buiten',
    cooking: 'Kookles voor buren',
  },
  ballots: {
    title: 'Een voorbeeld met vijf stemmers',
    intro:
      'De buurt heeft {{budget}}. Er zijn vier plannen. Samen kosten ze {{cost}}, dus niet alles kan. Vijf verzonnen bewoners stemmen.',
    table: 'De plannen en de stemmen',
    project: 'Plan',
    cost: 'Kost',
    who: 'Wie stemde erop',
    votes: 'Stemmen',
  },
  rounds: {
    title: 'Zo tellen we, stap voor stap',
    start:
      'Iedere stemmer krijgt evenveel: {{budget}} gedeeld door {{voters}} is {{share}}. Dat is jouw deel. Het is geen echt geld: je houdt het niet zelf.',
    rule: 'In elke ronde kiezen we het plan met de meeste stemmen van mensen die nog kunnen betalen. Wie erop stemde, betaalt evenveel mee. Heb je te weinig? Dan betaal je alles wat je nog hebt, en telt je stem maar voor een deel. De anderen betalen dan iets meer.',
    round: 'Ronde {{number}}: {{project}}',
    why: 'Dit plan heeft nu de meeste stemmen. Het zijn er {{votes}}. Het plan kost {{cost}}.',
    pay_one: '{{names}} betaalt {{payment}}.',
    pay_other: '{{names}} betalen elk {{payment}}.',
    short:
      '{{voter}} heeft nog maar {{paid}} en betaalt alles wat over was. Daarom telt deze stem nu voor {{vote}}.',
    lost: 'Nu valt een plan af: {{project}}. Dat kost {{cost}}. Wie erop stemden, hebben samen nog {{left}}. Er is {{lack}} te weinig.',
    table: 'Wat elke stemmer over heeft na ronde {{number}}',
    voter: 'Stemmer',
    purse: 'Nog over',
    paid: 'Betaalt',
    left: 'Houdt over',
    bar: { left: 'Nog over', now: 'Nu betaald', before: 'Eerder betaald' },
  },
  outcome: {
    title: 'De uitslag',
    intro:
      'Met gelijke delen heeft iedereen hier iets aan zijn stem. Eerst zie je die uitslag, daarna wat er gebeurt als alleen de meeste stemmen tellen.',
    byShares: 'Met gelijke delen',
    byVotes: 'Als alleen de meeste stemmen telden',
    how: {
      byShares: 'Een plan wordt gekozen als de mensen die erop stemden het samen kunnen betalen.',
      byVotes: 'Het plan met de meeste stemmen gaat steeds voor, zolang het past in het geld.',
    },
    chosen: 'Gekozen',
    notChosen: 'Niet gekozen',
    money: 'Samen kosten ze {{total}}. Er is {{over}} over. Daar past geen plan meer in.',
    served: '{{served}} van de {{voters}} stemmers hebben ten minste één gekozen plan.',
    nothing: 'Voor {{names}} is er niets.',
    table: 'Hoeveel gekozen plannen heeft elke stemmer?',
    voted: 'Stemde op',
    short: { byShares: 'Gelijke delen', byVotes: 'Meeste stemmen' },
    fair: 'Drie van de vijf stemmers willen precies hetzelfde. Tellen alleen de meeste stemmen, dan bepalen zij bijna alles. Met gelijke delen bepalen zij over hun eigen deel.',
  },
  ifs: {
    title: 'Wat als…',
    equal: {
      title: 'Plannen gelijk staan',
      body: [
        'Dan gaat het plan voor waar de meeste mensen op stemden. Is dat ook gelijk, dan het goedkoopste plan.',
        'Is alles gelijk? Dan beslist het lot. We loten één keer, en die volgorde geldt bij elke telling. In het bestand met de uitslag staat wat de doorslag gaf.',
        'Is de stemming elders gehouden, dan loten wij niet. Dan geldt de volgorde van de nummers van de plannen.',
      ],
    },
    over: {
      title: 'Er geld over is',
      body: [
        'Past er nog een plan met stemmen in wat over is? Dan krijgt iedereen op papier € 1 meer, en tellen we helemaal opnieuw. Dat doen we tot er geen plan meer past.',
        'Kost de nieuwe uitslag meer dan het budget? Dan stoppen we, en geldt de telling ervoor. Wat dan nog over is, gaat naar de plannen met de meeste stemmen die erin passen.',
        'In het voorbeeld was dit niet nodig. Er was {{over}} over, en daar paste geen plan in.',
      ],
    },
  },
  promises: {
    title: 'Wat we beloven, en wat niet',
    yes: 'Dit beloven we',
    no: 'Dit beloven we niet',
    yesList: [
      'De gekozen plannen kosten samen nooit meer dan het budget.',
      'Mensen die precies hetzelfde willen, krijgen hun deel. Is dat een vijfde van de stemmers? Dan is ten minste een vijfde van het geld voor hun plannen, of al hun plannen zijn gekozen. Wat te weinig is voor nog een plan van hen, telt niet mee.',
      'Uit jouw deel betaal je alleen plannen waar je op stemde. Pas wat daarna nog over is, gaat naar de meeste stemmen.',
      'Wat aan het eind over is, is te klein voor elk plan dat niet is gekozen.',
      'De volgorde van de stemmen maakt niet uit. Die van de plannen op de lijst ook niet.',
    ],
    noList: [
      'Eén stem meer of minder kan de uitslag veranderen. Dat geldt ook voor een lege stem.',
      'Valt een plan weg dat toch al verloor? Dan kan de uitslag anders worden.',
      'Heel soms verliest een plan doordat het goedkoper wordt, of juist meer stemmen krijgt.',
      'Met meer geld kan een plan afvallen dat eerst wel was gekozen.',
    ],
    why: 'Dat komt doordat alles samenhangt: wat jij aan het ene plan betaalt, heb je niet meer voor het andere.',
  },
  others: {
    title: 'Andere manieren van tellen',
    intro:
      'Bij elke uitslag zetten we wat er op een andere manier was gekozen. Zo kun je vergelijken. In een stemming geldt alleen de manier die vooraf in de regels staat.',
    list: {
      votes: {
        title: 'Meeste stemmen',
        text: 'Het plan met de meeste stemmen gaat voor, daarna het volgende dat nog past. Een grote groep kan zo alles bepalen.',
      },
      perEuro: {
        title: 'Meeste stemmen per euro',
        text: 'Het plan met de meeste stemmen voor elke euro gaat voor. Goedkope plannen winnen zo eerder.',
      },
    },
  },
  recount: {
    title: 'Zelf natellen',
    intro:
      'Je hoeft ons niet te geloven. Bij elke uitslag kun je twee bestanden downloaden: alle stemmen zonder namen, en de uitslag.',
    steps: [
      'Zet de twee bestanden samen in een map.',
      'Haal de software van Wijkkas op je eigen computer. Zij is open source.',
      'Geef in de map van de software deze opdracht. Vul voor MAP de naam van je eigen map in.',
    ],
    command: 'De opdracht om na te tellen',
    folder: 'MAP',
    answer: 'Staat er in het antwoord "matches": true? Dan kom jij op dezelfde uitslag als wij.',
    format: 'De stemmen staan in een bestand dat op .pb eindigt. Andere telprogramma’s kunnen dat ook lezen.',
    toFormat: 'Lees hoe een .pb-bestand in elkaar zit (Engels)',
  },
  origin: {
    title: 'Waar komt deze manier vandaan?',
    body: 'Dominik Peters, Grzegorz Pierczyński en Piotr Skowron beschreven haar in 2021. In het Engels heet zij Method of Equal Shares. Er is al mee geteld in Wieliczka en Świecie (Polen), in Aarau (Zwitserland) en in Assen.',
    toPaper: 'Lees het onderzoek uit 2021 (Engels)',
    toSite: 'Lees meer op equalshares.net (Engels)',
  },
};
