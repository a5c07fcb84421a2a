/** What a round is called on a page: its name, with the year where that does not stand in it. */
export function roundTitle({ name, year }: { name: string; year: number | null }): string {
  return year === null || name.includes(`${year}`) ? name : `${name} ${year}`;
}
