/** What can be odd in a file that is read all the same: the closed list. Its sentences stand in i18n as `notice.<code>`. */
export const noticeCodes = [
  'votesCount',
  'projectsCount',
  'countUnknown',
  'ballotsBeyond',
  'projectTwice',
  'columnsUnknown',
  'dateUnknown',
  'datesCrossed',
  'currencyUnknown',
  'pointsUnknown',
  'chosenUnknown',
  'inhabitantsMissing',
  'areaOverlaps',
  'drawnWithoutPostcodes',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** One oddity with its values; `line` is where the file has it first, null for the file as a whole. */
export type Notice = Readonly<{
  code: NoticeCode;
  line: number | null;
  values: Readonly<Record<string, string | number>>;
}>;

/** What may mean that a part of the file is missing (docs/decisions/0020): somebody has to say that it is right so. */
const toAccept: ReadonlySet<NoticeCode> = new Set(['votesCount', 'projectsCount']);

/** Whether a file with this notice is only read in when somebody accepts it. */
export const mustBeAccepted = ({ code }: Notice): boolean => toAccept.has(code);

/** How much of a strange text a notice repeats. */
const shown = 60;

/** A text of a file as a notice repeats it. */
export const quoted = (text: string): string => (text.length > shown ? `${text.slice(0, shown)}…` : text);

/** Names as a notice lists them, the first few. */
export function listed(names: readonly string[], most = 8): string {
  const rest = names.length > most ? ['…'] : [];
  return [...names.slice(0, most).map(quoted), ...rest].join(', ');
}
