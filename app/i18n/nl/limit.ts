/** When something that was done too often may be done again, and what that is. */
export default {
  today: 'om {{time}} uur',
  tomorrow: 'morgen om {{time}} uur',
  what: {
    me: { update: 'je gegevens veranderen' },
    initiative: {
      create: 'een initiatief beginnen',
      editOwn: 'je initiatief bewaren',
      publish: 'een initiatief openbaar maken',
      submit: 'een initiatief indienen',
      withdraw: 'een initiatief intrekken',
    },
    invitation: { accept: 'met een initiatief meedoen', remove: 'iemand weghalen' },
    residence: { prove: 'laten zien waar je woont', check: 'een bewoner controleren' },
    support: { give: 'je mening geven' },
    comment: { write: 'een reactie schrijven' },
    meeting: { plan: 'een vergadering plannen' },
    conflict: {
      declare: 'een belang melden',
      report: 'een belang van een ander melden',
      answer: 'op een melding antwoorden',
      rule: 'over een melding beslissen',
    },
    payee: { setOwn: 'een rekeningnummer opgeven' },
    batch: { make: 'een betaallijst maken' },
    statement: { import: 'een bankafschrift inlezen' },
  },
};
