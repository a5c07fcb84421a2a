/** How far the account of a grant is known: whether it waits for a second person, and who that was. */
export type PayeeStanding = { waits: boolean; confirmedBy: string | null };

/** Whether a second person still has to confirm an account. */
export const isUnconfirmed = ({ waits, confirmedBy }: PayeeStanding): boolean =>
  waits && confirmedBy === null;

/** Why a payment cannot go on a payment list yet; each is also the refusal of the act. */
export type PayeeBar = 'noPayee' | 'payeeUnconfirmed' | 'confirmedByMaker';

/**
 * What keeps a payment off a payment list made by this person; null when nothing does. An account waits when it took the
 * place of another, or was not given by an applicant: then somebody else than who recorded it, and than who makes the list,
 * confirms it first. So nobody with one account of Wijkkas can turn a payment to an account of their own.
 */
export function payeeBar(payee: PayeeStanding | null, makerId: string | null): PayeeBar | null {
  if (payee === null) return 'noPayee';
  if (isUnconfirmed(payee)) return 'payeeUnconfirmed';
  return payee.waits && payee.confirmedBy === makerId ? 'confirmedByMaker' : null;
}

/**
 * What keeps a person from approving payments to these accounts: they recorded one of them. So whoever says where money goes
 * is never who lets it go there. BIO2 5.3.
 */
export function approvalBar(
  payees: Iterable<{ recordedBy: string }>,
  approverId: string | null,
): 'recordedByApprover' | null {
  return [...payees].some(({ recordedBy }) => recordedBy === approverId) ? 'recordedByApprover' : null;
}
