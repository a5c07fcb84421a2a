import { DomainError, type RefusalCode } from '~/domain/errors';
import { databaseError } from '../../fault';

/** Which refusal it means when the database itself stops a booking, a payment or the end of a role. */
const refusalOf: Record<string, RefusalCode> = {
  balance_min: 'poolInsufficient',
  balance_max: 'poolInsufficient',
  period_open: 'periodClosed',
  period_empty: 'moneyLeft',
  period_two_people: 'samePerson',
  year_end_preparation_once: 'alreadyDone',
  year_end_verdict_two_people: 'samePerson',
  year_end_verdict_pkey: 'alreadyDone',
  payment_verdict_two_people: 'samePerson',
  payment_line_payee_latest: 'payeeChanged',
  payment_line_payee_confirmed: 'payeeUnconfirmed',
  payment_line_payee_two_people: 'confirmedByMaker',
  payment_verdict_recorder: 'recordedByApprover',
  payment_verdict_payee_latest: 'batchStale',
  payee_confirmation_two_people: 'payeeOwnChange',
  payee_confirmation_by_applicant: 'ownInitiative',
  payee_confirmation_pkey: 'alreadyDone',
  payment_verdict_pkey: 'alreadyDone',
  role_term_by_another: 'aboutYourself',
  last_administrator: 'lastAdmin',
  factor_request_for_another: 'aboutYourself',
  factor_verdict_for_another: 'aboutYourself',
  factor_verdict_two_people: 'samePerson',
  factor_verdict_pkey: 'alreadyDone',
  journal_entry_reverses_id_unique: 'alreadyReversed',
  journal_entry_idempotency_key_unique: 'keyReused',
};

/** Throws the domain's refusal for a constraint that means one, and anything else as it came. */
export function asRefusal(error: unknown): never {
  const code = refusalOf[databaseError(error)?.constraint_name ?? ''];
  throw code ? new DomainError(code) : error;
}
