/** What kind of refusal a domain error is; `http/errors` maps each kind to one status. */
export type RefusalKind = 'invalid' | 'refused' | 'forbidden' | 'missing' | 'limited';

/** The closed list of expected refusals. The text a person reads stands in i18n under `error.<code>`. */
export const refusals = {
  // input at a field
  required: 'invalid',
  tooLong: 'invalid',
  tooMany: 'invalid',
  amountInvalid: 'invalid',
  amountOutOfRange: 'invalid',
  dateInvalid: 'invalid',
  dateOutside: 'invalid',
  dayInvalid: 'invalid',
  monthInvalid: 'invalid',
  yearInvalid: 'invalid',
  birthdayInvalid: 'invalid',
  choiceInvalid: 'invalid',
  numberInvalid: 'invalid',
  formInvalid: 'invalid',
  emailInvalid: 'invalid',
  ibanInvalid: 'invalid',
  fileInvalid: 'invalid',
  fileUnreadable: 'invalid',
  fileOfOtherKind: 'invalid',
  statementInvalid: 'invalid',
  noOwnAccount: 'refused',
  otherFormat: 'invalid',
  fileTooLarge: 'invalid',
  fileKnown: 'refused',
  otherGemeente: 'refused',
  colourInvalid: 'invalid',
  contrastTooLow: 'invalid',
  logoUnreadable: 'invalid',
  logoTooLarge: 'invalid',
  photoUnreadable: 'invalid',
  photoTooLarge: 'invalid',
  slugInvalid: 'invalid',
  slugTaken: 'refused',
  areaInUse: 'refused',
  areaDrawn: 'refused',
  noGemeente: 'refused',
  wijkNameTaken: 'invalid',
  noticesOpen: 'refused',
  reasonsRequired: 'invalid',
  // rules of a wijk's fund
  aboveMaximum: 'invalid',
  tooYoung: 'invalid',
  tooSoon: 'invalid',
  supportShort: 'invalid',
  nothingRequested: 'invalid',
  ownContributionShort: 'invalid',
  noScheme: 'refused',
  wijkClosed: 'refused',
  // the rules themselves
  twiceNamed: 'invalid',
  tiersFalling: 'invalid',
  legalPersonRefused: 'invalid',
  yearBelowMaximum: 'invalid',
  receiptsBelowDirect: 'invalid',
  decisionAfterStart: 'invalid',
  areaTaken: 'invalid',
  versionPast: 'invalid',
  versionTaken: 'invalid',
  versionStarted: 'refused',
  versionGone: 'refused',
  // where somebody lives
  residenceNeeded: 'forbidden',
  residenceTaken: 'refused',
  accountUnknown: 'invalid',
  residenceUnseen: 'invalid',
  residenceDoubted: 'refused',
  addressUnknown: 'invalid',
  addressNumber: 'invalid',
  lettersSpent: 'limited',
  notOnList: 'invalid',
  noResidentList: 'refused',
  listInvalid: 'invalid',
  oidcAway: 'refused',
  oidcStopped: 'refused',
  oidcRefused: 'refused',
  oidcLapsed: 'refused',
  oidcNoAddress: 'refused',
  // asking neighbours along
  invitationsSpent: 'limited',
  receiverSpent: 'limited',
  otherAddress: 'forbidden',
  // people and access
  signInFirst: 'forbidden',
  strongSignInNeeded: 'forbidden',
  homeAreaNeeded: 'forbidden',
  notYourRole: 'forbidden',
  notYourArea: 'forbidden',
  notYourObject: 'missing',
  ownInitiative: 'forbidden',
  conflicted: 'forbidden',
  notPresent: 'forbidden',
  wrongState: 'refused',
  aboutYourself: 'forbidden',
  lastAdmin: 'refused',
  roleHeld: 'refused',
  accountEnded: 'refused',
  hasDesk: 'invalid',
  codeWrong: 'invalid',
  passwordWrong: 'invalid',
  passwordTooShort: 'invalid',
  passwordTooCommon: 'invalid',
  tooManyTries: 'limited',
  tooOften: 'limited',
  tooBusy: 'limited',
  // lifecycle and councils
  councilExists: 'invalid',
  noVoteByRules: 'invalid',
  seatsFull: 'invalid',
  seatFilled: 'refused',
  seatTaken: 'refused',
  seatedAlready: 'invalid',
  dutyTaken: 'invalid',
  rulesTaken: 'invalid',
  personUnknown: 'invalid',
  notFound: 'missing',
  transitionRefused: 'refused',
  alreadyDone: 'refused',
  aboveMandate: 'refused',
  noQuorum: 'refused',
  itemOpen: 'refused',
  agendaFull: 'refused',
  agendaClosed: 'refused',
  tooFewResidents: 'refused',
  memberConflicted: 'refused',
  reportedBefore: 'refused',
  reportOpen: 'refused',
  notHeard: 'refused',
  meetingTooSoon: 'invalid',
  noticeTooShort: 'invalid',
  meetingOtherDay: 'invalid',
  timeInvalid: 'invalid',
  // ledger
  entryUnbalanced: 'refused',
  poolInsufficient: 'refused',
  keyReused: 'refused',
  periodClosed: 'refused',
  alreadyReversed: 'refused',
  footsExceedTotal: 'invalid',
  noInhabitants: 'invalid',
  partsNotTotal: 'invalid',
  weightsInvalid: 'invalid',
  weightsMissing: 'invalid',
  weightsZero: 'invalid',
  tooManySources: 'invalid',
  earmarkedElsewhere: 'invalid',
  advanceTooHigh: 'invalid',
  settlementTooHigh: 'invalid',
  claimTooLow: 'invalid',
  otherAccount: 'invalid',
  paymentWaiting: 'refused',
  nothingToPay: 'invalid',
  noPayee: 'refused',
  payeeUnconfirmed: 'refused',
  payeeChanged: 'refused',
  payeeOwnChange: 'forbidden',
  confirmedByMaker: 'forbidden',
  recordedByApprover: 'forbidden',
  approvalFell: 'refused',
  batchStale: 'refused',
  samePerson: 'forbidden',
  yearNotOver: 'refused',
  yearChanged: 'refused',
  moneyLeft: 'refused',
  nameTaken: 'invalid',
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof refusals;

export type RefusalDetail = Readonly<Record<string, string | number | bigint>>;

/** An expected refusal: thrown by domain and use cases, turned into a status and a text in one place. */
export class DomainError extends Error {
  readonly field: string | undefined;
  readonly detail: RefusalDetail;
  /** What else is wrong at the same field, such as on other lines of a file. */
  readonly also: readonly DomainError[];

  constructor(
    readonly code: RefusalCode,
    options: { field?: string; detail?: RefusalDetail; also?: readonly DomainError[] } = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.field = options.field;
    this.detail = options.detail ?? {};
    this.also = options.also ?? [];
  }

  get kind(): RefusalKind {
    return refusals[this.code];
  }
}
