import { grantActs } from '~/domain/ledger/grant-acts';

const done = [...grantActs, 'payee', 'confirm'] as const;
export type Done = (typeof done)[number];

/** What was just done, as the address says after an act; null when nothing was. */
export function doneIn({ searchParams }: URL): Done | null {
  return done.find((act) => act === searchParams.get('gedaan')) ?? null;
}
