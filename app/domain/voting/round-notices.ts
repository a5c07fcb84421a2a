import { listed, type Notice, type NoticeCode, quoted } from '../notices';
import { chosenIn, currencyIn, dayIn, isDateUnderstood, pointAt } from './cells';
import { type PabulibFile, type VoteType } from './round-file';

type Values = Notice['values'];

/** The columns that the format has (voting.md §2): read, or left out on purpose. */
const known: Readonly<Record<'PROJECTS' | 'VOTES', ReadonlySet<string>>> = {
  PROJECTS: new Set([
    ...['project_id', 'cost', 'votes', 'score', 'name', 'category', 'beneficiaries', 'target', 'selected'],
    ...['neighborhood', 'subunit', 'district', 'latitude', 'longitude', 'description', 'proposer'],
    'public_id',
  ]),
  VOTES: new Set([
    ...['voter_id', 'vote', 'points', 'age', 'sex', 'voting_method', 'district', 'neighborhood'],
    'education',
  ]),
};

/**
 * What is odd in a .pb file though it can be counted: numbers that are not those it announces, ballots beyond the rule that
 * the page states, and what was left out because it was not understood.
 */
export function noticesOf(file: PabulibFile): Notice[] {
  return [
    ...countNotices(file, 'num_votes', 'votesCount', file.votes.length),
    ...countNotices(file, 'num_projects', 'projectsCount', file.projects.length),
    ...ballotNotices(file),
    ...columnNotices(file),
    ...dateNotices(file),
    ...cellNotices(file),
  ];
}

/**
 * How many projects a ballot may hold by the rule that the page of the round states; null where it states none. What else a
 * city asked of ballots is not told there.
 */
export function mostPerBallot(round: {
  voteType: VoteType;
  projects: number;
  meta: ReadonlyMap<string, string>;
}): number | null {
  if (round.voteType === 'choose-1') return 1;
  const most = round.voteType === 'approval' ? (round.meta.get('max_length') ?? '') : '';
  return /^\d{1,4}$/.test(most) && Number(most) < round.projects ? Number(most) : null;
}

const notice = (code: NoticeCode, values: Values, line: number | null = null): Notice => ({
  code,
  line,
  values,
});

function countNotices(file: PabulibFile, key: string, code: NoticeCode, count: number): Notice[] {
  const text = file.meta.get(key)?.trim() ?? '';
  if (text === '' || Number(text) === count) return [];
  const announced = Number(text);
  if (!Number.isSafeInteger(announced) || announced < 0) {
    return [notice('countUnknown', { key, value: quoted(text) })];
  }
  return [notice(code, { announced, count })];
}

function ballotNotices({ meta, voteType, projects, votes, repeats }: PabulibFile): Notice[] {
  const most = mostPerBallot({ meta, voteType, projects: projects.length });
  const beyond = most === null ? 0 : votes.filter(({ choices }) => choices.length > most).length;
  const doubled = new Set(repeats.map(({ voter }) => voter)).size;
  return [
    ...(beyond > 0 ? [notice('ballotsBeyond', { count: beyond, most: most! })] : []),
    ...(doubled > 0 ? [notice('projectTwice', { count: doubled }, repeats[0]!.line)] : []),
  ];
}

/** In the order of the alphabet: the order of columns says nothing. */
function columnNotices({ projectColumns, voteColumns }: PabulibFile): Notice[] {
  const tables = { PROJECTS: projectColumns, VOTES: voteColumns };
  return (['PROJECTS', 'VOTES'] as const).flatMap((table) => {
    const strange = tables[table].filter((column) => !known[table].has(column)).sort();
    if (strange.length === 0) return [];
    return [notice('columnsUnknown', { count: strange.length, table, columns: listed(strange) })];
  });
}

function dateNotices({ meta }: PabulibFile): Notice[] {
  const [begin = '', end = ''] = ['date_begin', 'date_end'].map((key) => meta.get(key)?.trim());
  const dates = { date_begin: begin, date_end: end };
  const strange = Object.entries(dates).filter(([, value]) => !isDateUnderstood(value));
  const [beganOn, endedOn] = [dayIn(begin), dayIn(end)];
  return [
    ...strange.map(([key, value]) => notice('dateUnknown', { key, value: quoted(value) })),
    ...(beganOn && endedOn && beganOn > endedOn ? [notice('datesCrossed', { begin, end })] : []),
  ];
}

/** Cells of projects, and the currency, that the format does not have: nothing is kept of them. 0, 0 says that there is no place. */
function cellNotices({ meta, projects, projectColumns }: PabulibFile): Notice[] {
  const currency = meta.get('currency')?.trim() ?? '';
  const cells = (name: string) => {
    const column = projectColumns.indexOf(name);
    return projects.map((project) => project.cells[column]?.trim() || null);
  };
  const [north, east] = [cells('latitude'), cells('longitude')];
  const isLost = (place: number) => {
    const [latitude, longitude] = [north[place] ?? null, east[place] ?? null];
    const isNone = Number(latitude) === 0 && Number(longitude) === 0;
    return !isNone && pointAt(latitude, longitude).latitude === null;
  };
  const lost = projects.filter((_, place) => isLost(place)).length;
  const unsaid = cells('selected').filter((text) => text !== null && chosenIn(text) === null).length;
  return [
    ...(currency !== '' && currencyIn(currency) === null
      ? [notice('currencyUnknown', { value: quoted(currency) })]
      : []),
    ...(lost > 0 ? [notice('pointsUnknown', { count: lost })] : []),
    ...(unsaid > 0 ? [notice('chosenUnknown', { count: unsaid })] : []),
  ];
}
