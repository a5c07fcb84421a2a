const projects = 100;
const areas = 10;
const mostChoices = 8;

/**
 * A .pb file of approval ballots on 100 projects, the same every time: where no real election is at hand. Half of the
 * choices are for the voter's own area, the others go sooner to the first projects than to the last. Budget and costs
 * are those of a large city.
 */
export function madeElection(voters = 60_000): string {
  const draw = drawn(20_230_611);
  const upTo = (end: number) => Math.floor(draw() * end);
  const lines = ['META', 'key;value', 'currency;EUR', 'budget;8000000', 'vote_type;approval'];
  lines.push('PROJECTS', 'project_id;cost');
  for (let project = 0; project < projects; project += 1)
    lines.push(`${project};${20_000 + 2000 * upTo(290)}`);
  lines.push('VOTES', 'voter_id;vote');
  for (let voter = 0; voter < voters; voter += 1) {
    const area = upTo(areas);
    const choices = new Set<number>();
    for (let left = 1 + upTo(mostChoices); left > 0; left -= 1) {
      const near = upTo(2) === 0;
      choices.add(near ? area + areas * upTo(projects / areas) : Math.floor(draw() ** 2 * projects));
    }
    lines.push(`${voter};${[...choices].join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Numbers from 0 up to 1 that look random: a linear congruential generator. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
