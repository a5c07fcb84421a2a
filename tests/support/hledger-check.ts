/**
 * Reads hledger text as strictly as the project writes it, by the rules in hledger's manual ("Journal format", "Strict
 * mode"), and refuses the rest. Where hledger accepts several ways to write a thing, one is accepted here.
 */
export type CheckedPosting = { account: string; cents: bigint; asserted: bigint | null };
export type CheckedTransaction = {
  date: string;
  code: string | null;
  description: string;
  tags: Map<string, string>;
  postings: CheckedPosting[];
};
export type CheckedJournal = {
  transactions: CheckedTransaction[];
  /** What stands on every declared account at the end, in cents. */
  balances: Map<string, bigint>;
};

/** What a text is refused for. */
export type Rule =
  | 'character'
  | 'end'
  | 'directive'
  | 'commodity'
  | 'account'
  | 'date'
  | 'order'
  | 'header'
  | 'tag'
  | 'posting'
  | 'amount'
  | 'unbalanced'
  | 'assertion';

export class JournalRefused extends Error {
  constructor(
    readonly rule: Rule,
    readonly line: number,
    text: string,
  ) {
    super(`line ${line}: ${rule}: ${text}`);
  }
}

type Line = { number: number; text: string };
type Reading = CheckedJournal & { commodity: string | null };

/** The journal that a text holds. Throws JournalRefused with the rule and the line that broke it. */
export function checkHledger(text: string): CheckedJournal {
  const lines = text.split('\n').map((each, index) => ({ number: index + 1, text: each }));
  assertPlain(lines);
  const journal: Reading = { transactions: [], balances: new Map(), commodity: null };
  for (const [head, ...below] of blocksOf(lines)) {
    if (/^\d/.test(head.text)) book(journal, head, below);
    else if (head.text.startsWith('commodity ')) declareCommodity(journal, head, below);
    else if (below[0]) refuse('directive', below[0]);
    else if (head.text.startsWith('account ')) declareAccount(journal, head);
    // Includes, aliases, default years, prices and rules that make postings change what other lines mean.
    else if (!/^[;#*]/.test(head.text)) refuse('directive', head);
  }
  return journal;
}

/** Tabs, carriage returns and odd spaces look like something else than they are; a cut file may end anywhere. */
function assertPlain(lines: Line[]): void {
  for (const line of lines) {
    if (/[\p{Cc}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(line.text)) refuse('character', line);
  }
  const last = lines.at(-1);
  if (last && last.text !== '') refuse('end', last);
}

/** A line in the first column with the indented lines right below it. */
function blocksOf(lines: Line[]): [Line, ...Line[]][] {
  const blocks: [Line, ...Line[]][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.text.trim() === '') open = null;
    else if (!line.text.startsWith(' ')) {
      const block: [Line, ...Line[]] = [line];
      blocks.push(block);
      open = block;
    } else if (open) open.push(line);
    else refuse('directive', line);
  }
  return blocks;
}

/** The sample says which mark stands before the decimals; without it '1.000' may be one or a thousand. */
function declareCommodity(journal: Reading, head: Line, [format, ...more]: Line[]): void {
  const symbol = head.text.slice('commodity '.length);
  const sample = /^ +format (\D+) \d+\.\d\d$/.exec(format?.text ?? '');
  if (!/^[^\s\d"';,.@*+-]+$/.test(symbol) || sample?.[1] !== symbol || more.length > 0) {
    refuse('commodity', head);
  }
  if (journal.commodity !== null) refuse('commodity', head);
  journal.commodity = symbol;
}

/** A bracket would make a posting virtual; a status mark or a sign of comment would not be part of the name. */
function declareAccount({ balances }: Reading, head: Line): void {
  const name = head.text.slice('account '.length);
  if (/^[([*!=~]|[;\s]/.test(name) || name.split(':').includes('')) refuse('account', head);
  if (balances.has(name)) refuse('account', head);
  balances.set(name, 0n);
}

/** A transaction: its header, its tags, its postings, which sum to nothing. */
function book(journal: Reading, head: Line, below: Line[]): void {
  const first = below.findIndex(({ text }) => !/^ +;/.test(text));
  const comments = first === -1 ? below : below.slice(0, first);
  const header = headerOf(head);
  // hledger checks assertions by date and Ledger by place: in a file by date they mean the same.
  const before = journal.transactions.at(-1);
  if (before && before.date > header.date) refuse('order', head);
  const tags = tagsOf(comments);
  const postings = below.slice(comments.length).map((line) => post(journal, line));
  if (postings.length < 2) refuse('posting', head);
  if (postings.reduce((sum, { cents }) => sum + cents, 0n) !== 0n) refuse('unbalanced', head);
  journal.transactions.push({ ...header, tags, postings });
}

/** A sign after the date would be a status, a bar would split the description and a semicolon would end it. */
function headerOf(head: Line): Pick<CheckedTransaction, 'date' | 'code' | 'description'> {
  const [date = ''] = head.text.split(' ', 1);
  if (!isDate(date)) refuse('date', head);
  const found = /^ (?:\(([^()]+)\) )?([^\s(*!;|][^;|]*)$/.exec(head.text.slice(date.length));
  if (!found?.[2] || found[2].endsWith(' ')) refuse('header', head);
  return { date, code: found[1] ?? null, description: found[2] };
}

/** The year written out, two digits for month and day, and a day that exists. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** One tag a line. A value ends at a comma, and 'date' would move the transaction. */
function tagsOf(comments: Line[]): Map<string, string> {
  const tags = new Map<string, string>();
  for (const line of comments) {
    const [, tag = '', value = ''] = /^ +; ([a-z]+(?:-[a-z]+)*): ([^\s,[\]]+)$/.exec(line.text) ?? [];
    if (!tag || tag === 'date' || tags.has(tag)) refuse('tag', line);
    tags.set(tag, value);
  }
  return tags;
}

/** Two spaces end the account; the amount is always written, and what is asserted is what stands there after it. */
function post({ balances, commodity }: Reading, line: Line): CheckedPosting {
  const [, account = '', rest] = /^ {2,}(\S+(?: \S+)*) {2,}(\S.*)$/.exec(line.text) ?? [];
  if (!account || !rest) refuse('posting', line);
  const balance = balances.get(account);
  if (balance === undefined) refuse('account', line);
  const [moved, asserted = null, ...more] = rest
    .split(' = ')
    .map((amount) => centsIn(amount, commodity, line));
  if (moved === undefined || more.length > 0) refuse('amount', line);
  balances.set(account, balance + moved);
  if (asserted !== null && asserted !== balance + moved) refuse('assertion', line);
  return { account, cents: moved, asserted };
}

/** The sign of the commodity, a space, and two decimals after a point. */
function centsIn(text: string, commodity: string | null, line: Line): bigint {
  const [, symbol, sign = '', whole, decimals] = /^([^\s\d+-]+) (-?)(\d+)\.(\d\d)$/.exec(text) ?? [];
  if (!symbol) refuse('amount', line);
  if (symbol !== commodity) refuse('commodity', line);
  return BigInt(`${sign}${whole}${decimals}`);
}

function refuse(rule: Rule, { number, text }: Line): never {
  throw new JournalRefused(rule, number, text);
}
