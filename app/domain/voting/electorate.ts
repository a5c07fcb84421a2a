import { type Ballot, countVoters, type Election } from './election';

/**
 * Ballots twice over in flat columns, made to be walked fast: by ballot (`ballotStart[g]` up to `ballotStart[g + 1]`)
 * and by project (`backStart[p]` up to `backStart[p + 1]`). `voters` is how many cast ballot g, `all` how
 * many voted.
 */
export type Electorate = Readonly<{
  all: number;
  voters: Float64Array;
  ballotStart: Int32Array;
  ballotProject: Int32Array;
  ballotScore: Float64Array;
  backStart: Int32Array;
  backBallot: Int32Array;
  backScore: Float64Array;
  backVoters: Float64Array;
}>;

/** The ballots of an election in columns, in their own order. */
export function electorate({ ballots, projects }: Pick<Election, 'ballots' | 'projects'>): Electorate {
  const choices = ballots.reduce((sum, ballot) => sum + ballot.choices.length, 0);
  const columns = {
    all: countVoters({ ballots }),
    voters: Float64Array.from(ballots, ({ voters }) => voters),
    ballotStart: startsOf(ballots.map((ballot) => ballot.choices.length)),
    ballotProject: new Int32Array(choices),
    ballotScore: new Float64Array(choices),
    backStart: startsOf(supportersOf(ballots, projects.length)),
    backBallot: new Int32Array(choices),
    backScore: new Float64Array(choices),
    backVoters: new Float64Array(choices),
  };
  const next = columns.backStart.slice();
  let place = 0;
  ballots.forEach(({ voters, choices: chosen, scores }, ballot) => {
    chosen.forEach((project, index) => {
      columns.ballotProject[place] = project;
      columns.ballotScore[place] = scores[index]!;
      const back = next[project]!++;
      columns.backBallot[back] = ballot;
      columns.backScore[back] = scores[index]!;
      columns.backVoters[back] = voters;
      place += 1;
    });
  });
  return columns;
}

function supportersOf(ballots: readonly Ballot[], projects: number): Int32Array {
  const counts = new Int32Array(projects);
  for (const { choices } of ballots) for (const project of choices) counts[project]! += 1;
  return counts;
}

/** Where each part begins when parts of these lengths stand one after the other; closes with the end of the last. */
function startsOf(lengths: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let index = 0; index < lengths.length; index += 1)
    starts[index + 1] = starts[index]! + lengths[index]!;
  return starts;
}
