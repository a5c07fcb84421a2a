/** The end of a budget year: what stays, what goes back, and closing the books. */
export default {
  title: 'Year end {{year}}',
  none: {
    title: 'There is nothing to close',
    text: 'Every year that is over is closed. After 31 December {{year}} you close the year {{year}} here.',
    action: 'See the sources',
  },
  notOver: {
    title: '{{year}} is not over yet',
    text: 'From 1 January {{next}} you book the year end here. Below you see what would happen then, if nothing changes.',
  },
  intro:
    'This is left of {{year}}. What happens to it is agreed for each source. One person makes the year end ready, another books it.',
  nothing: 'No free money is left of {{year}}.',
  figures: {
    rest: 'Left of {{year}}',
    carried: 'Stays for {{next}}',
    returned: 'Goes back to whoever gave it',
    reserved: 'Stays reserved',
  },
  open: {
    title: 'Note: not all the money has arrived',
    text: 'These sources promised more than came in. You can go on. Ask whether the money is still coming.',
    row: '{{source}}: {{amount}} still to receive',
  },
  wijken: {
    title: 'What is left',
    table: 'What is left of {{year}} per source',
    open: 'See it per neighbourhood',
    perWijk: 'The same money of {{year}} per neighbourhood and source',
    rest: 'Left',
    rule: 'Agreed',
    carried: 'Stays for {{next}}',
    returned: 'Goes back',
  },
  rule: {
    lapses: 'Lapses',
    stays: 'Stays',
    percentage: 'At most {{pct}}% stays',
    expired: 'Expires in this year',
  },
  commitments: {
    title: 'What simply goes on',
    none: 'No grants are open any more.',
    count_one: '{{count}} grant goes on, of {{amount}}. You pay it in the new year too.',
    count_other: '{{count}} grants go on, of {{amount}} together. You pay them in the new year too.',
  },
  reservations: {
    title: 'Reservations without a decision',
    table: 'What happens to reservations of {{year}}',
    cents: 'Reserved',
    then: 'What happens?',
    carriedOver: 'Stays reserved in {{next}}',
    lapses: 'Lapses: the money comes free and follows what was agreed for its source',
  },
  prepare: {
    title: 'Make the year end ready',
    text: 'Are these amounts right? Then make the year end ready. Another controller checks it and books it. Nothing is booked yet.',
    submit: 'Make the year end ready',
    again: 'Make it ready again',
  },
  ready: {
    own: 'You made the year end of {{year}} ready',
    ownNext: 'Another controller checks it and books it. You cannot do that yourself.',
    other: '{{name}} made the year end of {{year}} ready',
    otherNext: 'Check the amounts. Are they right? Then book the year end.',
    stale: 'Something was booked since {{name}} made the year end ready',
    staleNext:
      'The amounts below are not those of then, so that nobody can book that year end any more. Check the new amounts and make it ready again.',
    withdraw: 'Withdraw it',
  },
  book: {
    title: 'Book the year end',
    text: 'We book exactly these amounts, dated 31 December {{year}}. Does something change meanwhile? Then we book nothing and show you.',
    submit: 'Book the year end',
  },
  running: {
    text: 'The year end is being booked now.',
    link: 'See how far it is',
  },
  booked: {
    status: 'The year end of {{year}} is booked',
    next: 'Now close the year. Then {{year}} is fixed.',
    link: 'Close the year',
    own: 'Another controller now closes the year. You made the year end ready, so you cannot do that yourself.',
  },
  close: {
    title: 'Close {{year}}',
    intro: 'After this nobody can book anything dated in {{year}}. You cannot take this back.',
    means: {
      booked: 'All entries of {{year}} are fixed. The year end too cannot be taken back any more.',
      commitments: 'Grants go on. Paying and settling them is possible, dated in the new year.',
      later: 'Does money come free later? Then it goes by itself to the new year or back to whoever gave it.',
    },
    submit: 'Close {{year}}',
    cancel: 'No, not yet',
    crumb: 'Close',
  },
  closed: {
    status: '{{year}} is closed',
    next: 'Nothing can be booked in {{year}} any more.',
  },
  ended: {
    carried: 'Carried over to {{next}}: {{amount}}.',
    returned: 'Back to the funder: {{amount}}.',
    free: 'Came free again since: {{amount}}.',
    perSource: 'See it per source',
    table: 'Where the money went that was left of {{year}}, per source',
    column: { carried: 'Carried over to {{next}}', returned: 'Back to the funder' },
  },
  result: {
    title: 'What happened to the money',
    table: 'What stayed and what went back per source',
    none: 'No free money was left.',
  },
};
