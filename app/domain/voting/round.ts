import { type CalendarDate } from '../calendar';
import { type Cents } from '../money/cents';
import { type Notice } from '../notices';
import { chosenIn, currencyIn, dayIn, pointAt, yearIn } from './cells';
import { noticesOf } from './round-notices';
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

/**
 * A finished vote as it is kept: nothing that says who voted. Dates where the file has a day, else the year alone; `notices`
 * tell what was odd in the file.
 */
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
  notices: readonly Notice[];
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
    currency: currencyIn(said('currency')) ?? 'EUR',
    voteType,
    budgetCents,
    beganOn: beganOn && endedOn && beganOn <= endedOn ? beganOn : null,
    endedOn,
    year: yearIn(ended),
    meta: [...meta],
    projects: projectsOf(file),
    ballots: file.votes.map(({ choices, points }) => ({
      choices,
      points: votesWithPoints.has(voteType) ? points : null,
    })),
    notices: noticesOf(file),
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
    chosen: chosenIn(at(cells, selected)),
  }));
}
