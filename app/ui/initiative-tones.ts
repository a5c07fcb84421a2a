import { type Tone } from './tone';
import { type InitiativeState } from '~/domain/lifecycle/initiative';

export const stateTones: Record<InitiativeState, Tone> = {
  draft: 'neutral',
  gathering: 'info',
  submitted: 'waiting',
  onAgenda: 'waiting',
  granted: 'good',
  partlyGranted: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};
