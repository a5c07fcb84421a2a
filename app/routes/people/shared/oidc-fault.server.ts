import { redirect } from '@remix-run/node';
import { DomainError } from '~/domain/errors';
import { paths } from '~/paths';

const oidcFaults = [
  ...(['oidcAway', 'oidcStopped', 'oidcRefused', 'oidcLapsed', 'oidcNoAddress'] as const),
  ...(['addressUnknown', 'residenceTaken'] as const),
];

/** Sends somebody whose sign-in did not work out back to all the ways there are, and why. Throws what is no such refusal. */
export function backWith(error: unknown): Response {
  const fault = error instanceof DomainError ? oidcFaults.find((each) => each === error.code) : undefined;
  if (!fault) throw error;
  return redirect(`${paths.people.home}?mislukt=${fault}`, 303);
}

/** Why a sign-in did not work out, as the address says. */
export const oidcFaultIn = (url: URL) =>
  oidcFaults.find((each) => each === url.searchParams.get('mislukt')) ?? null;
