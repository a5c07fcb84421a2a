/** Long work on the books: reading a bank statement, and the end of a year. */
export type MoneyTaskKind = 'statement' | 'yearEnd';
