/** What an initiative is about. */
export const themes = [
  'ontmoeten',
  'groen',
  'sport',
  'jeugd',
  'zorg',
  'veiligheid',
  'kunst',
  'duurzaam',
] as const;
export type Theme = (typeof themes)[number];

/** Whom an initiative is for, when not for everybody: by age (domain.md §7). */
export const targetGroups = ['young', 'adult', 'senior'] as const;
export type TargetGroup = (typeof targetGroups)[number];
