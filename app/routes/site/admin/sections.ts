import { paths } from '~/paths';

/** The pages of an administrator, in the order in which a gemeente needs them. Their words: `admin.section`. */
export const sections = [
  { name: 'setUp', href: paths.site.setUp },
  { name: 'gemeente', href: paths.site.gemeente },
  { name: 'areas', href: paths.area.manage },
  { name: 'postcodes', href: paths.area.postcodes },
  { name: 'schemes', href: paths.initiative.schemes },
  { name: 'councils', href: paths.council.adminList },
  { name: 'people', href: paths.people.roster },
  { name: 'letters', href: paths.people.homeLetters },
  { name: 'residents', href: paths.people.residentList },
  { name: 'comments', href: paths.initiative.moderate },
  { name: 'log', href: paths.audit.trail },
  { name: 'health', href: paths.site.health },
] as const;
