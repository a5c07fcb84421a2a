/**
 * The chart of accounts of the fund book (domain.md §5.3). `segment` is the Dutch part of the code; `scope` says what
 * an account belongs to: a wijk's pool of one year, a funding source, one grant, or the whole book.
 * Where `mayGoBelowZero` is false, the balance per source may never leave its normal side. The bank may: a grant may be
 * paid from money that a source has promised and not yet sent. So may what the bank itself decides: its costs, which it may
 * give back, and money that went out by mistake.
 */
export const accountKinds = {
  receivable: { segment: 'te_ontvangen', normal: 'debit', scope: 'source', mayGoBelowZero: false },
  bank: { segment: 'bank', normal: 'debit', scope: 'book', mayGoBelowZero: true },
  available: { segment: 'beschikbaar', normal: 'credit', scope: 'pool', mayGoBelowZero: false },
  reserved: { segment: 'gereserveerd', normal: 'credit', scope: 'pool', mayGoBelowZero: false },
  committed: { segment: 'verplicht', normal: 'credit', scope: 'pool', mayGoBelowZero: false },
  blocked: { segment: 'geblokkeerd', normal: 'credit', scope: 'pool', mayGoBelowZero: false },
  advance: { segment: 'voorschot', normal: 'debit', scope: 'grant', mayGoBelowZero: false },
  payable: { segment: 'te_betalen', normal: 'credit', scope: 'grant', mayGoBelowZero: false },
  underWay: { segment: 'onderweg', normal: 'credit', scope: 'grant', mayGoBelowZero: false },
  claim: { segment: 'terug_te_vorderen', normal: 'debit', scope: 'grant', mayGoBelowZero: false },
  cost: { segment: 'lasten', normal: 'debit', scope: 'grant', mayGoBelowZero: false },
  income: { segment: 'baten', normal: 'credit', scope: 'grant', mayGoBelowZero: false },
  returned: { segment: 'retour', normal: 'credit', scope: 'source', mayGoBelowZero: false },
  returning: { segment: 'retour_onderweg', normal: 'credit', scope: 'source', mayGoBelowZero: false },
  suspense: { segment: 'tussenrekening', normal: 'credit', scope: 'source', mayGoBelowZero: true },
  bankCost: { segment: 'bankkosten', normal: 'debit', scope: 'book', mayGoBelowZero: true },
} as const satisfies Record<string, AccountKindRow>;

export type NormalSide = 'debit' | 'credit';
export type AccountScope = 'pool' | 'source' | 'grant' | 'book';

type AccountKindRow = Readonly<{
  segment: string;
  normal: NormalSide;
  scope: AccountScope;
  mayGoBelowZero: boolean;
}>;

export type AccountKind = keyof typeof accountKinds;

/** The budget of one wijk in one calendar year. */
export type Pool = Readonly<{ areaId: string; year: number }>;

/**
 * One account: its unique code, and what the code is made of (pool and application, grant, source, …). `detail` is the
 * taakveld of a cost account and the kolom of an income account.
 */
export type Account = Readonly<{
  kind: AccountKind;
  code: string;
  pool: Pool | null;
  subjectId: string | null;
  detail: string | null;
}>;

/** The detail of cost that nobody will pay back: a claim that was written off. */
export const uncollectable = 'oninbaar';

/** Builders of accounts, and so of their codes ('pool:{area}:{year}:beschikbaar', 'voorschot:{grant}', …). */
export const accounts = {
  receivable: (sourceId: string) => account('receivable', null, sourceId),
  bank: () => account('bank', null, null),
  available: (pool: Pool) => account('available', pool, null),
  reserved: (pool: Pool, applicationId: string) => account('reserved', pool, applicationId),
  committed: (pool: Pool, grantId: string) => account('committed', pool, grantId),
  blocked: (pool: Pool, grantId: string) => account('blocked', pool, grantId),
  // A grant's own accounts remember the pool, which is not in their code, so that a wijk's spending can be found.
  advance: (pool: Pool, grantId: string) => account('advance', pool, grantId),
  payable: (pool: Pool, grantId: string) => account('payable', pool, grantId),
  underWay: (pool: Pool, grantId: string) => account('underWay', pool, grantId),
  claim: (pool: Pool, grantId: string) => account('claim', pool, grantId),
  cost: (pool: Pool, taskField: string, grantId: string) => account('cost', pool, grantId, taskField),
  income: (pool: Pool, kolom: string, grantId: string) => account('income', pool, grantId, kolom),
  returned: (sourceId: string) => account('returned', null, sourceId),
  returning: (sourceId: string) => account('returning', null, sourceId),
  suspense: (sourceId: string) => account('suspense', null, sourceId),
  bankCost: () => account('bankCost', null, null),
} satisfies Record<AccountKind, (...parts: never[]) => Account>;

/** A balance or amount (debit positive) seen from the account's normal side, where zero or more is in order. */
export function onNormalSide(kind: AccountKind, amount: bigint): bigint {
  return accountKinds[kind].normal === 'debit' ? amount : -amount;
}

function account(
  kind: AccountKind,
  pool: Pool | null,
  subjectId: string | null,
  detail: string | null = null,
): Account {
  const { segment, scope } = accountKinds[kind];
  const prefix = scope === 'pool' && pool ? ['pool', pool.areaId, String(pool.year)] : [];
  const parts = [...prefix, segment, detail, subjectId].filter((part) => part !== null);
  // A colon inside an id could make two accounts share one code.
  if (parts.some((part) => part === '' || part.includes(':'))) {
    throw new Error(`account code with an empty part or a colon in a part: ${JSON.stringify(parts)}`);
  }
  return { kind, code: parts.join(':'), pool, subjectId, detail };
}
