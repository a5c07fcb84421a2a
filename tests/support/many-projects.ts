import { encode } from './rounds';

/** The name of project 5: markup, and a letter with an accent. */
const script = '<script>alert("hoi")</script> & Łąka';

/** What each of the projects costs. */
export const costOf = (place: number) =>
  ({ 0: 0, 1: 120_000, 2: 3_000, 3: 4_000.5, 30: 4_500 })[place] ?? 2_000 + 400 * place;

/** 40 projects in which every way to win and to lose occurs; 300 voters, the budget € 100.000. */
export function manyProjects(): Uint8Array {
  const rows = Array.from({ length: 40 }, (_, place) => {
    const name = place === 5 ? `"${script.replaceAll('"', '""')}"` : `Plan ${place} van de buurt`;
    return `p${place};${costOf(place)};${name};${['groen', 'groen,spelen', ''][place % 3]}\n`;
  });
  const votes = Array.from({ length: 300 }, (_, voter) => {
    const choices = Array.from(
      { length: 4 },
      (__, choice) => (voter * 7 + choice * choice * 5) % (9 + (voter % 30)),
    );
    return `${voter};${[...new Set(choices)].map((place) => `p${place}`).join()}\n`;
  });
  return encode(
    `META\nkey;value\ndescription;Groot budget\nunit;Elders\ndistrict;Noord\nbudget;100000\nvote_type;approval\n` +
      `currency;EUR\nlanguage;nl\nmax_length;4\ndate_end;2024\nPROJECTS\nproject_id;cost;name;category\n${rows.join('')}` +
      `VOTES\nvoter_id;vote\n${votes.join('')}`,
  );
}
