import { compare } from '../money/cents';
import { type Utility } from './equal-shares';
import { type Race } from './race';

/**
 * The projects that break EJR+ up to one (voting.md §7; Brill and Peters, arXiv 2302.01989): an unfunded project and a
 * group of its supporters who each got, counting that project too, no more than their share of the budget would have
 * bought of it. Every prefix of the supporters, in order of what they got, is tried. Equal shares leaves none.
 */
export function ejrViolations(race: Race, utility: Utility, selected: readonly number[]): number[] {
  const worth = (project: number) => (utility === 'cost' ? race.costs[project]! : 1n);
  const got = gains(race, selected, worth);
  const won = new Set(selected);
  return race.contenders.filter(
    (project) => !won.has(project) && deserved(race, project, worth(project), got),
  );
}

/** For each merged ballot what its voters got: the worth of each winner times the score. */
function gains({ people }: Race, selected: readonly number[], worth: (project: number) => bigint): bigint[] {
  const got = Array.from(people.voters, () => 0n);
  for (const project of selected) {
    for (let place = people.backStart[project]!; place < people.backStart[project + 1]!; place += 1) {
      got[people.backBallot[place]!]! += worth(project) * BigInt(people.backScore[place]!);
    }
  }
  return got;
}

function deserved(race: Race, project: number, worth: bigint, got: readonly bigint[]): boolean {
  const { people, voters, election, costs } = race;
  const supporters = Array.from(
    { length: people.backStart[project + 1]! - people.backStart[project]! },
    (_, index) => {
      const place = people.backStart[project]! + index;
      const score = worth * BigInt(people.backScore[place]!);
      return {
        after: got[people.backBallot[place]!]! + score,
        group: score * BigInt(people.backVoters[place]!),
      };
    },
  ).sort((a, b) => compare(a.after, b.after));
  let group = 0n;
  return supporters.some((supporter) => {
    group += supporter.group;
    return supporter.after * BigInt(voters) * costs[project]! <= election.budget * group;
  });
}
