import { type Theme } from '../initiative/purpose';

/**
 * Taakvelden of the BBV that an initiative can fall under, with the years in which each exists (domain.md §6):
 * 6.2 and 6.71 were split from 2025 on.
 */
export const taskFields = {
  '0.10': { from: 2017, to: null },
  '1.2': { from: 2017, to: null },
  '5.1': { from: 2017, to: null },
  '5.3': { from: 2017, to: null },
  '5.7': { from: 2017, to: null },
  '6.1': { from: 2017, to: null },
  '6.2': { from: 2017, to: 2024 },
  '6.21': { from: 2025, to: null },
  '6.22': { from: 2025, to: null },
  '6.23': { from: 2025, to: null },
  '6.71': { from: 2017, to: 2024 },
} as const satisfies Record<string, { from: number; to: number | null }>;

export type TaskField = keyof typeof taskFields;

/** What is not for one initiative, and whatever has no taakveld of its own: Samenkracht en burgerparticipatie. */
export const generalTaskField: TaskField = '6.1';

/** Per theme the taakvelden that it fell under in the course of the years. */
const byTheme: Partial<Record<Theme, readonly TaskField[]>> = {
  groen: ['5.7'],
  duurzaam: ['5.7'],
  sport: ['5.1'],
  kunst: ['5.3'],
  veiligheid: ['1.2'],
  zorg: ['6.2', '6.23'],
};

/** The taakveld of money for an initiative of this theme, in this calendar year. */
export function taskFieldOf(theme: Theme | null, year: number): TaskField {
  const fitting = (theme && byTheme[theme]) ?? [];
  return fitting.find((taskField) => existsIn(taskField, year)) ?? generalTaskField;
}

/** Whether a taakveld exists in a calendar year. */
export function existsIn(taskField: TaskField, year: number): boolean {
  const { from, to } = taskFields[taskField];
  return from <= year && (to === null || year <= to);
}
