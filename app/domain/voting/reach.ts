import { type Election } from './election';

/** How many voters got how many of their choices: `reach[n]` voters got n. At least one entry, for nobody's choices. */
export function reachOf({ ballots }: Pick<Election, 'ballots'>, winners: readonly number[]): number[] {
  const won = new Set(winners);
  const reach = [0];
  for (const { voters, choices } of ballots) {
    const hits = choices.filter((choice) => won.has(choice)).length;
    while (reach.length <= hits) reach.push(0);
    reach[hits]! += voters;
  }
  return reach;
}
