import { describe, expect, test } from 'vitest';
import { sourcesIn } from './support/source';

/** What is read whole, and why that is never a big room. */
const bounds: Record<string, string> = {
  // As many as the gemeente has wijken, its own parts, or councils: the import or a person made each.
  wijkenOn: 'wijken of the gemeente',
  outlinesOf: 'the wijken that are asked',
  areaTree: 'wijken and CBS areas, for the import',
  groundsOn: 'wijken of the gemeente',
  wijkAt: 'wijken of the gemeente',
  groundOf: 'one area',
  joinedInto: 'wijken of the gemeente',
  partsOf: 'CBS areas of one wijk',
  buurtenIn: 'buurten of one wijk, a row a year',
  cbsWijkenOf: 'wijken that CBS published of a gemeente in a year',
  takenSlugs: 'wijken, for the import',
  allBodies: 'one or two councils a wijk',
  listedCouncils: 'one or two councils a wijk',
  councilsOf: 'one or two councils a wijk',
  rulesOf: 'versions of one council, each made by a person',
  mandatesOf: 'mandates of one council, each given by a person',
  termsOf: 'terms in the seats of one council',
  areasWithScheme: 'wijken of the gemeente',
  addressesPerWijk: 'wijken of the gemeente',
  schemes: 'a person made each: one or a few a gemeente',
  wijkenOfSchemes: 'wijken of the gemeente',
  versionDays: 'a person made each, with its rules: one or two a scheme and year',
  versionsOfScheme: 'a person made each, with its rules: one or two a year',
  budgetsByArea: 'wijken of the gemeente',
  wijkenById: 'the wijken that are asked',
  wijkBudgets: 'wijken of the gemeente',
  sharesPerWijk: 'wijken of the gemeente',
  // Years.
  decisionYears: 'one row a year',
  yearsWithMoney: 'one row a year',
  periods: 'one row a year',
  // Bounded by a rule of the domain.
  tiersOf: 'steps of one version of the rules',
  itemsOf: 'mostItems',
  voteCounts: 'mostItems',
  batchLines: 'mostPayments',
  paymentsTo: 'mostPayments',
  kolomPerSource: 'mostSources a year',
  sourcesBySender: 'mostSources a year, of two years',
  partiesOfYear: 'wijken, and mostSources',
  moneyCells: 'sums by source, wijk, theme and kind: mostSources',
  balanceAsOf: 'one row a source: mostSources',
  lotsOf: 'one row a source: mostSources',
  sharesOn: 'one row a source: mostSources',
  claimsOf: 'one row a source: mostSources',
  subAccountsOf: 'accounts of one grant by source: mostSources',
  grantedPerSource: 'one row a source: mostSources',
  budgetOfPool: 'one sum a kind and source: mostSources',
  yearEndResult: 'wijken by sources: mostSources',
  endedYear: 'one row a source: mostSources',
  coInvitationsOf: 'mostCoApplicants who may still answer, and who was asked in the last days',
  coInvitationsTo: 'invitationBudget of the receiver, for invitationDays',
  linesOf: 'most.lines of one initiative',
  applicantsOf: 'mostCoApplicants',
  addressesOf: 'mostCoApplicants',
  rulesCounted: 'one row a rule',
  countsBeside: 'one row a rule',
  projectsOfRound: 'plans of one round: the bounds of its file',
  metaOfRound: 'the head of one file',
  // The seats of one council.
  seatsOf: 'seats of one council',
  presentAt: 'seats of one council',
  conflictsOn: 'seats of one council',
  votesOn: 'seats of one council',
  reportsOn: 'one a seat of one council',
  openReportsAt: 'seats of one council by mostItems',
  addressesOfMembers: 'seats of one council',
  // As many as are asked, which is a page.
  grantsInBooks: 'the page that asks',
  grantStandings: 'the page that asks',
  settledAmounts: 'the page that asks',
  payeesById: 'the page or batch that asks',
  lastReturns: 'the page that asks',
  returnsOfBatch: 'mostPayments',
  earlyReturns: 'the payments of one portion',
  refunds: 'one row a source and year end: mostSources',
  lastStatements: 'one row an account of the gemeente',
  searchInitiatives: 'a page, by `matching`',
  // One row, or one sum.
  standingGrant: 'one row',
  grantProgress: 'one row',
  isUsedUp: 'yes or no',
  keyWasBooked: 'yes or no',
  isPersona: 'yes or no',
  isClosed: 'yes or no',
  supportOf: 'one count a stance',
  grantTotals: 'one sum a turn',
  moneyOfYear: 'one sum a kind',
  paidForTotal: 'one sum a kind',
  takenByYearEnd: 'a condition, not a read',
  readPage: 'the page itself',
  wijkByPostcode: 'the wijken of one postcode',
  existsOn: 'a condition, not a read',
  onRoster: 'one person',
  residenceMethodOf: 'one person',
  lettersOfBatch: 'mostInBatch',
  openFactorRequests: 'one an employee of the gemeente, until a colleague looks',
  termsOfPeople: 'the page that asks, each with the roles of one person',
  roleTermsOf: 'the roles of one person',
  administratorTerms: 'the administrators of the gemeente',
  actorById: 'one person, with the terms of them that run',
  personas: 'invented people of the demonstration',
  wijkReadiness: 'the wijken of one gemeente',
  roleCounts: 'one row a role',
  meansOf: 'what one gemeente has',
  publishedWijken: 'the wijken that CBS published of one gemeente',
  // Work behind the pages, or a file that is the whole: not the answer of a page.
  expectedMoney: 'what is still to come in; a page shows the nearest of it',
  knownPayments: 'the payments that one file names: maxStatementBytes',
  twinsOf: 'of a page of lines, or of one portion',
  statementFaults: 'the statements of an account: some hundred a year, a few figures each',
  sameStatement: 'statements of the same days and balances',
  statementsOfFile: 'one file: maxStatementBytes',
  openTasks: 'work that runs now',
  openPostcodeTasks: 'work that runs now',
  openWijkenFiles: 'work that runs now',
  openChecks: 'work that runs now',
  roundsToCount: 'rounds that wait for the count',
  roundsWithoutContent: 'rounds of one size, of before their content was kept',
  ballotsOfRound: 'the ballots of one round, to count and to publish',
  poolsAtYearEnd: 'a year as a whole: its end is agreed to and booked at once',
  withJournals: 'five thousand entries at a time; what stood where in one year',
  postingsOfPool: 'a file of the whole year',
  namedSubjects: 'the page that asks, or one portion of the file',
  withAuditRows: 'a thousand rows at a time',
  allMoneyRows: 'a file of the whole number',
};

const isBounded = /readPage\(|Page\(|\.limit\(|const \[\w+\] = await|\$count\(/;

const reads = sourcesIn('db/reads').flatMap(({ text }) =>
  [...text.matchAll(/^export (?:async )?function (\w+)[\s\S]*?\n}\n/gm)].map(([body, name = '']) => ({
    name,
    bounded: isBounded.test(body),
  })),
);

describe('what a page reads is never a whole big room', () => {
  test('there are reads', () => expect(reads.length).toBeGreaterThan(150));

  test.each(reads.map(({ name, bounded }) => [name, bounded] as const))('%s', (name, bounded) => {
    expect(bounded || name in bounds, 'Give it a page (db/reads/page.ts), or a bound in the list here.').toBe(
      true,
    );
  });

  test('and the list of bounds names nothing that is gone', () => {
    const names = new Set(reads.map(({ name }) => name));
    expect(Object.keys(bounds).filter((name) => !names.has(name))).toEqual([]);
  });
});
