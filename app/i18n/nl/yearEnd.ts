/** The end of a budget year: what stays, what goes back, and closing the books. */
export default {
  title: 'Jaareinde {{year}}',
  none: {
    title: 'Er valt niets af te sluiten',
    text: 'Elk jaar dat voorbij is, is afgesloten. Na 31 december {{year}} sluit je hier het jaar {{year}} af.',
    action: 'Bekijk de bronnen',
  },
  notOver: {
    title: '{{year}} is nog niet voorbij',
    text: 'Vanaf 1 januari {{next}} boek je hier het jaareinde. Hieronder zie je wat er dan zou gebeuren, als er niets meer verandert.',
  },
  intro:
    'Dit is over van {{year}}. Per bron staat vast wat ermee gebeurt. De een zet het jaareinde klaar, een ander boekt het.',
  nothing: 'Er is geen vrij geld meer over van {{year}}.',
  figures: {
    rest: 'Over van {{year}}',
    carried: 'Blijft voor {{next}}',
    returned: 'Gaat terug naar wie het gaf',
    reserved: 'Blijft gereserveerd',
  },
  open: {
    title: 'Let op: niet al het geld is binnen',
    text: 'Deze bronnen zegden meer toe dan er binnenkwam. Je kunt wel doorgaan. Vraag na of het geld nog komt.',
    row: '{{source}}: nog {{amount}} te ontvangen',
  },
  wijken: {
    title: 'Wat er over is',
    table: 'Wat er per bron over is van {{year}}',
    open: 'Bekijk het per wijk',
    perWijk: 'Hetzelfde geld van {{year}} per wijk en bron',
    rest: 'Over',
    rule: 'Afspraak',
    carried: 'Blijft voor {{next}}',
    returned: 'Gaat terug',
  },
  rule: {
    lapses: 'Vervalt',
    stays: 'Blijft',
    percentage: 'Hoogstens {{pct}} % blijft',
    expired: 'Verloopt in dit jaar',
  },
  commitments: {
    title: 'Wat gewoon doorloopt',
    none: 'Er staan geen toekenningen meer open.',
    count_one: '{{count}} toekenning loopt door, van {{amount}}. Die betaal je ook in het nieuwe jaar.',
    count_other:
      '{{count}} toekenningen lopen door, van samen {{amount}}. Die betaal je ook in het nieuwe jaar.',
  },
  reservations: {
    title: 'Reserveringen zonder besluit',
    table: 'Wat er met reserveringen van {{year}} gebeurt',
    cents: 'Gereserveerd',
    then: 'Wat gebeurt er?',
    carriedOver: 'Blijft gereserveerd in {{next}}',
    lapses: 'Vervalt: het geld komt vrij en volgt de afspraak van zijn bron',
  },
  prepare: {
    title: 'Zet het jaareinde klaar',
    text: 'Kloppen deze bedragen? Zet het jaareinde dan klaar. Een andere controller kijkt het na en boekt het. Er wordt nu nog niets geboekt.',
    submit: 'Zet het jaareinde klaar',
    again: 'Zet het opnieuw klaar',
  },
  ready: {
    own: 'Je hebt het jaareinde van {{year}} klaargezet',
    ownNext: 'Een andere controller kijkt het na en boekt het. Zelf kun je dat niet.',
    other: '{{name}} heeft het jaareinde van {{year}} klaargezet',
    otherNext: 'Kijk de bedragen na. Kloppen ze? Boek het jaareinde dan.',
    stale: 'Er is iets geboekt sinds {{name}} het jaareinde klaarzette',
    staleNext:
      'De bedragen hieronder zijn anders dan toen. Daarom kan niemand dat jaareinde nog boeken. Kijk de nieuwe bedragen na en zet het opnieuw klaar.',
    withdraw: 'Trek het weer in',
  },
  book: {
    title: 'Boek het jaareinde',
    text: 'We boeken precies deze bedragen, met als datum 31 december {{year}}. Wijzigt er intussen iets? Dan boeken we niets en laten we het je zien.',
    submit: 'Boek het jaareinde',
  },
  running: {
    text: 'Het jaareinde wordt nu geboekt.',
    link: 'Bekijk hoe ver het is',
  },
  booked: {
    status: 'Het jaareinde van {{year}} is geboekt',
    next: 'Sluit nu het jaar af. Dan ligt {{year}} vast.',
    link: 'Sluit het jaar af',
    own: 'Een andere controller sluit nu het jaar af. Jij zette het jaareinde klaar, dus zelf kun je dat niet.',
  },
  close: {
    title: 'Sluit {{year}} af',
    intro: 'Hierna kan niemand nog iets boeken met een datum in {{year}}. Je kunt dit niet terugdraaien.',
    means: {
      booked: 'Alle boekingen van {{year}} liggen vast. Ook het jaareinde kun je niet meer terugdraaien.',
      commitments: 'Toekenningen lopen door. Betalen en afrekenen kan, met een datum in het nieuwe jaar.',
      later:
        'Komt er later nog geld vrij? Dan gaat het vanzelf naar het nieuwe jaar of terug naar wie het gaf.',
    },
    submit: 'Sluit {{year}} af',
    cancel: 'Nee, nog niet',
    crumb: 'Afsluiten',
  },
  closed: {
    status: '{{year}} is afgesloten',
    next: 'In {{year}} kan niets meer geboekt worden.',
  },
  ended: {
    carried: 'Doorgeschoven naar {{next}}: {{amount}}.',
    returned: 'Terug naar de gever: {{amount}}.',
    free: 'Daarna weer vrij gekomen: {{amount}}.',
    perSource: 'Bekijk het per bron',
    table: 'Waar het geld heen ging dat van {{year}} over was, per bron',
    column: { carried: 'Doorgeschoven naar {{next}}', returned: 'Terug naar de gever' },
  },
  result: {
    title: 'Wat er met het geld gebeurde',
    table: 'Wat er per bron bleef en terugging',
    none: 'Er was geen vrij geld over.',
  },
};
