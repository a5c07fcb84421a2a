import { type Evening, type Idea } from '../script';

/** Buitenstad and Middelveld. */
export const westIdeas: readonly Idea[] = [
  {
    key: 'picknick',
    who: 'buitenstad-11',
    wijk: 'buitenstad',
    theme: 'groen',
    title: 'Picknickplek bij de hooiberg',
    summary: 'Drie grote tafels in de luwte van een nieuwe haag.',
    story:
      'Wie door de polder fietst, kan nergens uit de wind zitten. Bij de hooiberg zetten we drie tafels en planten we een haag. De boer geeft de grond in bruikleen. Bewoners maaien het gras.',
    place: 'Polderweg, bij de hooiberg',
    participants: 150,
    startsOn: -215,
    lines: [
      ['Tafel van eikenhout', 3, 520],
      ['Haag en bomen', 1, 640],
      ['Plaatsen', 1, 400],
    ],
    own: 260,
    written: -300,
    published: -296,
    stances: [5, 0, 0],
    submitted: -284,
    money: [
      { day: -243, advance: 1_170 },
      {
        day: -110,
        cost: 2_600,
        others: 260,
        explanation: 'De tafels staan en de haag groeit. Alle bonnen zijn er.',
      },
    ],
  },
  {
    key: 'verhalen',
    who: 'middelveld-11',
    wijk: 'middelveld',
    theme: 'kunst',
    title: 'Nacht van het verhaal',
    summary: 'Acht vertellers, in acht huiskamers, op één avond.',
    story:
      'In acht huiskamers vertelt iemand een verhaal van vroeger of van ver. Je loopt met een kaart van kamer naar kamer. Op het plein eindigen we met muziek en soep.',
    place: 'Huiskamers rond het Marktplein',
    participants: 220,
    startsOn: -180,
    lines: [
      ['Verteller', 8, 120],
      ['Podium en licht', 1, 640],
      ['Folders en kaarten', 1, 360],
    ],
    written: -299,
    published: -296,
    stances: [4, 0, 0],
    submitted: -286,
    money: [
      { day: -252, advance: 1_470 },
      { day: -205, newAccount: true, confirmed: true },
      {
        day: -70,
        cost: 1_960,
        explanation: 'De nacht was een succes. Er is uitgegeven wat in de begroting stond.',
      },
    ],
  },
  {
    key: 'pleintje',
    who: 'middelveld-12',
    with: ['middelveld-13'],
    wijk: 'middelveld',
    theme: 'groen',
    title: 'Groen pleintje aan de Molenweg',
    summary: 'Tegels eruit, vijf bomen erin en een bank eromheen.',
    story:
      'Het pleintje aan de Molenweg is heet en leeg. Bewoners halen de tegels weg en planten vijf bomen. Rond twee bomen komt een bank. Regenwater zakt dan ook beter weg.',
    place: 'Pleintje Molenweg',
    participants: 85,
    startsOn: -210,
    lines: [
      ['Tegels weghalen en afvoeren', 1, 1_150],
      ['Boom met paal', 5, 280],
      ['Bank rond een boom', 2, 600],
      ['Planten en aarde', 1, 600],
    ],
    written: -320,
    published: -316,
    stances: [5, 1, 0],
    submitted: -304,
    money: [
      { day: -230, advance: 3_262.5 },
      {
        day: -85,
        cost: 3_900,
        ground: 'notDone',
        explanation: 'De tegels zijn gratis opgehaald. Daarom kostte het € 450 minder.',
      },
    ],
  },
];

export const westEvenings: readonly Evening[] = [
  {
    council: 'middelveld',
    convener: 'middelveld-2',
    day: -258,
    place: 'Wijkpaleis Middelveld',
    items: [
      { idea: 'verhalen', decided: 'Oude en nieuwe buren horen elkaars verhaal.' },
      { idea: 'pleintje', referred: 'Dit is meer dan wij zelf mogen geven. Wij raden het van harte aan.' },
    ],
  },
  {
    council: 'buitenstad',
    convener: 'buitenstad-2',
    day: -248,
    place: 'Café De Polder, bovenzaal',
    items: [{ idea: 'picknick', decided: 'Een plek voor fietsers en voor de buurt zelf.' }],
  },
];
