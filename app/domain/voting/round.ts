import { type CalendarDate, calendarDate } from '../calendar';
import { type Cents } from '../money/cents';
import { type PabulibFile, type VoteType, votesWithPoints } from './round-file';

/** A project of a round as it was put to the vote; `chosen` is the city's own column, null without one. */
export type RoundProject = Readonly<{
  key: string;
  name: string;
  costCents: Cents;
  category: string | null;
  description: string | null;
  latitude: number | null;
  longitude: number | null;
  chosen: number | null;
}>;

/** A ballot without its voter: places of projects, and what the file gives them in millionths of a point. */
export type RoundBallot = Readonly<{ choices: readonly number[]; points: readonly number[] | null }>;

/** A finished vote as it is kept: nothing that says who voted. Dates where the file has a day, else the year alone. */
export type Round = Readonly<{
  name: string;
  place: string;
  currency: string;
  voteType: VoteType;
  budgetCents: Cents;
  beganOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  year: number | null;
  meta: readonly (readonly [string, string])[];
  projects: readonly RoundProject[];
  ballots: readonly RoundBallot[];
}>;

/** The round in a .pb file. Columns that tell about voters or name people stay behind (voting.md §2). */
export function roundOf(file: PabulibFile): Round {
  const { meta, budget: budgetCents, voteType } = file;
  const said = (key: string) => meta.get(key)?.trim() ?? '';
  const where = [said('subunit') || said('district'), said('unit')].filter((part) => part !== '');
  const place = [...new Set(where)].join(', ');
  const ended = said('date_end') || said('date_begin');
  const endedOn = dayIn(ended);
  const beganOn = dayIn(said('date_begin'));
  return {
    name: said('description') || place || said('instance') || '?',
    place,
    currency: /^[A-Z]{3}$/.test(said('currency')) ? said('currency') : 'EUR',
    voteType,
    budgetCents,
    beganOn: beganOn && endedOn && beganOn <= endedOn ? beganOn : null,
    endedOn,
    year: Number(/\b(?:19|20)\d\d$/.exec(ended)?.[0]) || null,
    meta: [...meta],
    projects: projectsOf(file),
    ballots: file.votes.map(({ choices, points }) => ({
      choices,
      points: votesWithPoints.has(voteType) ? points : null,
    })),
  };
}

/** The projects in a .pb file as they are kept. */
export function projectsOf({ projects, projectColumns }: PabulibFile): RoundProject[] {
  const place = (name: string) => projectColumns.indexOf(name);
  const [name, category, description] = [place('name'), place('category'), place('description')];
  const [latitude, longitude, selected] = [place('latitude'), place('longitude'), place('selected')];
  const at = (cells: readonly string[], column: number) => cells[column]?.trim() || null;
  return projects.map(({ id, cost, cells }) => ({
    key: id,
    name: at(cells, name) ?? id,
    costCents: cost,
    category: at(cells, category),
    description: at(cells, description),
    ...pointAt(at(cells, latitude), at(cells, longitude)),
    chosen: /^\d$/.test(at(cells, selected) ?? '') ? Number(at(cells, selected)) : null,
  }));
}

/** A point on earth, or none when one half is missing or no such number. */
function pointAt(latitude: string | null, longitude: string | null) {
  const [north, east] = [latitude, longitude].map((text) => (text === null ? NaN : Number(text)));
  const real = Math.abs(north!) <= 90 && Math.abs(east!) <= 180 && !(north === 0 && east === 0);
  return real ? { latitude: north!, longitude: east! } : { latitude: null, longitude: null };
}

/** 'dd.mm.yyyy' as a date; null for a year alone or anything else. */
function dayIn(text: string): CalendarDate | null {
  const found = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text);
  if (!found) return null;
  const [, day, month, year] = found;
  try {
    return calendarDate(`${year}-${month}-${day}`);
  } catch {
    return null;
  }
}
