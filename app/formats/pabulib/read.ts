import { type Cents } from '~/domain/money/cents';
import {
  type PabulibFile,
  type PabulibProject,
  type PabulibVote,
  type Repeat,
} from '~/domain/voting/round-file';
import { type VoteType, votesWithPoints, voteTypes } from '~/domain/voting/round-file';
import { textOfKind } from '../text-of-kind';
import { type Item, Line } from './line';
import { readAmount, readPoints } from '~/domain/voting/numbers';
import { cutTo, problemAt, type Row, rowsOf } from './rows';

const sections = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof sections)[number];

/**
 * Reads a .pb file (voting.md §2). Columns are found by name; lengths and sums a city asks of ballots are not checked.
 * A project listed twice on a ballot counts once, the first time. Throws PabulibError with line and column, and what `textOfKind` throws.
 */
export function readPabulib(bytes: Uint8Array): PabulibFile {
  const text = textOfKind(bytes, 'pabulib');
  const reading = new Reading(text);
  for (const row of rowsOf(text)) reading.take(row);
  return reading.finish();
}

/** What was read so far; each section has a title, then a header, then rows. */
class Reading {
  private section?: Section;
  private columns?: readonly string[];
  private readonly meta = new Map<string, string>();
  private budget?: Cents;
  private voteType?: VoteType;
  private projectColumns?: readonly string[];
  private readonly projects: PabulibProject[] = [];
  private readonly places = new Map<string, number>();
  private readonly votes: PabulibVote[] = [];
  private readonly voters = new Set<string>();
  private points = 0;
  private readonly repeats: Repeat[] = [];

  constructor(private readonly text: string) {}

  take(row: Row): void {
    const title = titleIn(row);
    if (title) return this.open(title, row);
    if (!this.section) throw problemAt(this.text, 'sectionMissing', row.starts[0]!, 'META');
    if (!this.columns) return this.header(cutTo(1, row));
    const line = new Line(this.text, this.columns, cutTo(this.columns.length, row));
    if (this.section === 'META') this.metaLine(line);
    else if (this.section === 'PROJECTS') this.projectLine(line);
    else this.voteLine(line);
  }

  finish(): PabulibFile {
    const { meta, budget, voteType, projectColumns, projects, columns, votes, repeats } = this;
    this.close(this.text.length);
    if (this.section !== 'VOTES') {
      throw problemAt(this.text, 'sectionMissing', this.text.length, this.following());
    }
    return {
      meta,
      budget: budget!,
      voteType: voteType!,
      projectColumns: projectColumns!,
      projects,
      voteColumns: columns!,
      votes,
      repeats,
    };
  }

  /** The section that must come next; undefined after the last. */
  private following(): Section | undefined {
    return sections[this.section ? sections.indexOf(this.section) + 1 : 0];
  }

  private open(title: Section, row: Row): void {
    const at = row.starts[0]!;
    this.close(at);
    if (title !== this.following()) throw problemAt(this.text, 'sectionMisplaced', at, title);
    this.section = title;
    this.columns = undefined;
  }

  /** A section may end when it had its header, and META when it said all that counting needs. */
  private close(at: number): void {
    if (!this.section) return;
    if (!this.columns) throw problemAt(this.text, 'columnMissing', at, this.needed()[0]);
    const missing =
      this.budget === undefined ? 'budget' : this.voteType === undefined ? 'vote_type' : undefined;
    if (missing) throw problemAt(this.text, 'keyMissing', at, missing);
  }

  private needed(): string[] {
    if (this.section === 'META') return ['key', 'value'];
    if (this.section === 'PROJECTS') return ['project_id', 'cost'];
    return this.hasPoints() ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'];
  }

  private hasPoints(): boolean {
    return votesWithPoints.has(this.voteType!);
  }

  private header({ cells, starts }: Row): void {
    const twice = cells.findIndex((name, index) => cells.indexOf(name) < index);
    if (twice >= 0) throw problemAt(this.text, 'columnRepeated', starts[twice]!, cells[twice]);
    const missing = this.needed().find((name) => !cells.includes(name));
    if (missing) throw problemAt(this.text, 'columnMissing', starts[0]!, missing);
    this.columns = cells;
    if (this.section === 'PROJECTS') this.projectColumns = cells;
  }

  private metaLine(line: Line): void {
    const key = line.cell('key');
    const value = line.cell('value');
    if (this.meta.has(key)) throw line.problem('keyRepeated', 'key');
    this.meta.set(key, value);
    if (key === 'budget') this.budget = amountIn(line, 'value');
    if (key !== 'vote_type') return;
    this.voteType = voteTypes.find((name) => name === value);
    if (!this.voteType) throw line.problem('voteTypeUnknown', 'value');
  }

  private projectLine(line: Line): void {
    const id = line.cell('project_id').trim();
    if (id === '') throw line.problem('idMissing', 'project_id');
    if (id.includes(',')) throw line.problem('idWithComma', 'project_id');
    if (this.places.has(id)) throw line.problem('projectRepeated', 'project_id');
    this.places.set(id, this.projects.length);
    this.projects.push({ id, cost: amountIn(line, 'cost'), cells: line.row.cells });
  }

  private voteLine(line: Line): void {
    const voter = line.cell('voter_id');
    if (voter === '') throw line.problem('idMissing', 'voter_id');
    if (this.voters.has(voter)) throw line.problem('voterRepeated', 'voter_id');
    this.voters.add(voter);
    const listed = line.list('vote');
    const given = this.hasPoints() ? line.list('points') : undefined;
    if (given && given.length !== listed.length) throw line.problem('pointsCount', 'points');
    const choices = new Set<number>();
    const points: number[] = [];
    listed.forEach((part, index) => {
      const choice = this.choice(line, part);
      const point = given && this.pointsIn(line, given[index]!);
      if (choices.has(choice)) {
        this.repeats.push({ line: line.row.line, voter, project: part.item });
        return;
      }
      choices.add(choice);
      if (point !== undefined) points.push(point);
    });
    this.votes.push({ voter, choices: [...choices], points, cells: line.row.cells });
  }

  private choice(line: Line, part: Item): number {
    if (part.item === '') throw line.problem('idMissing', 'vote', part);
    const place = this.places.get(part.item);
    if (place === undefined) throw line.problem('projectUnknown', 'vote', part);
    return place;
  }

  private pointsIn(line: Line, part: Item): number {
    const points = readPoints(part.item);
    if (points === undefined) throw line.problem('numberInvalid', 'points', part);
    if (points < 0 && this.voteType !== 'scoring') throw line.problem('numberNegative', 'points', part);
    this.points += Math.abs(points);
    if (this.points > Number.MAX_SAFE_INTEGER) throw line.problem('pointsTooLarge', 'points', part);
    return points;
  }
}

function titleIn(row: Row): Section | undefined {
  const { cells } = cutTo(1, row);
  return cells.length === 1 ? sections.find((name) => name === cells[0]!.toUpperCase()) : undefined;
}

function amountIn(line: Line, column: string): Cents {
  const read = readAmount(line.cell(column));
  if (typeof read === 'string') throw line.problem(read, column);
  return read;
}
