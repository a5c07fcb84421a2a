/** When something that was done too often may be done again, and what that is. */
export default {
  today: 'at {{time}}',
  tomorrow: 'tomorrow at {{time}}',
  what: {
    me: { update: 'change your details' },
    initiative: {
      create: 'start an initiative',
      editOwn: 'save your initiative',
      publish: 'make an initiative public',
      submit: 'submit an initiative',
      withdraw: 'withdraw an initiative',
    },
    invitation: { accept: 'join an initiative', remove: 'remove somebody' },
    residence: { prove: 'show where you live', check: 'check a resident' },
    support: { give: 'give your opinion' },
    comment: { write: 'write a comment' },
    meeting: { plan: 'plan a meeting' },
    conflict: {
      declare: 'declare an interest',
      report: 'report an interest of another',
      answer: 'answer to a report',
      rule: 'decide on a report',
    },
    payee: { setOwn: 'give an account number' },
    batch: { make: 'make a payment list' },
    statement: { import: 'read in a bank statement' },
  },
};
