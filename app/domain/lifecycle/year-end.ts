import { type Lifecycle, type Mover } from './machine';

export const preparationStates = ['prepared', 'confirmed', 'withdrawn'] as const;
export type PreparationState = (typeof preparationStates)[number];

export const preparationActs = ['confirm', 'withdraw'] as const;
export type PreparationAct = (typeof preparationActs)[number];

const controller: readonly Mover[] = ['controller'];

/**
 * The life of a year end that somebody made ready: another controller confirms it, which books it, or it is withdrawn, by
 * whoever made it or a colleague. decisions/0019.
 */
export const preparationLifecycle: Lifecycle<PreparationState, PreparationAct> = [
  { from: 'prepared', act: 'confirm', to: 'confirmed', who: controller },
  { from: 'prepared', act: 'withdraw', to: 'withdrawn', who: controller },
];
