import { expect, test } from 'vitest';
import { approvalBar, payeeBar } from './payee';

test.each([
  ['there is none', null, 'noPayee'],
  ['it is what the applicant gave first', { waits: false, confirmedBy: null }, null],
  ['it waits', { waits: true, confirmedBy: null }, 'payeeUnconfirmed'],
  ['a third person confirmed it', { waits: true, confirmedBy: 'controller' }, null],
  ['who makes the list confirmed it', { waits: true, confirmedBy: 'payer' }, 'confirmedByMaker'],
] as const)('an account when %s', (_, payee, bar) => {
  expect(payeeBar(payee, 'payer')).toBe(bar);
});

test.each([
  ['recorded none of the accounts', ['payer', 'applicant'], null],
  ['recorded one of them', ['payer', 'controller'], 'recordedByApprover'],
] as const)('whoever approves %s', (_, recorders, bar) => {
  const payees = recorders.map((recordedBy) => ({ recordedBy }));
  expect(approvalBar(payees, 'controller')).toBe(bar);
});
