import { paths } from '~/paths';

/** The parts of the site where one goes on from an address that gave nothing, by their names in the menu. */
export const waysOn = [
  { name: 'wijken', href: paths.area.wijken },
  { name: 'initiatieven', href: paths.initiative.list },
  { name: 'besluiten', href: paths.council.decisions },
  { name: 'geld', href: paths.money.city },
] as const;
