import { paths } from '~/paths';

/** The pages of an administrator, in the order in which a gemeente needs them. Their words: `admin.section`. */
export const sections = [
  { name: 'setUp', href: paths.site.setUp },
  { name: 'areas', href: paths.area.manage },
  { name: 'people', href: paths.people.roster },
  { name: 'comments', href: paths.initiative.moderate },
] as const;
