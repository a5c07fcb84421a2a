import { codeFrom } from '~/domain/people/residence';
import { type ResidenceVault } from './residence.server';

/** The code of a letter: the same however often it is printed, and of no use to who has only the database. */
export const letterCode = (vault: Pick<ResidenceVault, 'derive'>, letterId: string): string =>
  codeFrom(vault.derive(`residence letter:${letterId}`));
