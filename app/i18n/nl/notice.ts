export default {
  said: 'Let op: {{notice}}',
  saidAt: 'Let op, regel {{line}}: {{notice}}',
  title: 'Wat ons opviel in het bestand',
  votesCount_one:
    'Het bestand zegt: er zijn {{announced, number}} stemmen. Er staat {{count, number}} stem in.',
  votesCount_other:
    'Het bestand zegt: er zijn {{announced, number}} stemmen. Er staan {{count, number}} stemmen in.',
  projectsCount_one:
    'Het bestand zegt: er zijn {{announced, number}} plannen. Er staat {{count, number}} plan in.',
  projectsCount_other:
    'Het bestand zegt: er zijn {{announced, number}} plannen. Er staan {{count, number}} plannen in.',
  countUnknown: 'Achter {{key}} staat in het bestand geen aantal: {{value}}.',
  ballotsBeyond_one:
    'Op {{count, number}} stembiljet staan meer plannen dan mocht (hoogstens {{most, number}}). Het telt mee zoals het is ingeleverd.',
  ballotsBeyond_other:
    'Op {{count, number}} stembiljetten staan meer plannen dan mocht (hoogstens {{most, number}}). Ze tellen mee zoals ze zijn ingeleverd.',
  projectTwice_one:
    'Op {{count, number}} stembiljet staat een plan meer dan één keer. Dat plan telt daar één keer mee.',
  projectTwice_other:
    'Op {{count, number}} stembiljetten staat een plan meer dan één keer. Dat plan telt daar één keer mee.',
  columnsUnknown_one: 'Deze kolom bij {{table}} kennen we niet, we lazen hem niet: {{columns}}.',
  columnsUnknown_other:
    'Deze {{count, number}} kolommen bij {{table}} kennen we niet, we lazen ze niet: {{columns}}.',
  dateUnknown: 'De datum achter {{key}} begrijpen we niet: {{value}}.',
  datesCrossed: 'De laatste dag ({{end}}) ligt voor de eerste dag ({{begin}}). We tonen alleen de laatste.',
  currencyUnknown: 'Dit is geen code van een munt: {{value}}. We gaan uit van euro’s.',
  pointsUnknown_one: 'Van {{count, number}} plan begrijpen we de plek op de kaart niet.',
  pointsUnknown_other: 'Van {{count, number}} plannen begrijpen we de plek op de kaart niet.',
  chosenUnknown_one: 'Van {{count, number}} plan begrijpen we niet of de stad het koos.',
  chosenUnknown_other: 'Van {{count, number}} plannen begrijpen we niet of de stad ze koos.',
  inhabitantsMissing_one: 'Van {{count, number}} wijk weten we niet hoeveel mensen er wonen: {{names}}.',
  inhabitantsMissing_other: 'Van {{count, number}} wijken weten we niet hoeveel mensen er wonen: {{names}}.',
  areaOverlaps: '{{name}} ligt over een andere wijk heen: {{over}}.',
  drawnWithoutPostcodes:
    'Een postcode leidt niet naar een getekende wijk. Bewoners kiezen die wijk zelf uit de lijst.',
};
