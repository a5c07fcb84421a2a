/** Why a bank sends a payment back, as ISO 20022 codes it (ExternalReturnReason1Code): those that a SEPA payment can have. */
export const returnReasons = [
  'AC01',
  'AC03',
  'AC04',
  'AC06',
  'AG01',
  'AG02',
  'AM05',
  'AM09',
  'BE04',
  'CUST',
  'DUPL',
  'ED05',
  'FOCR',
  'FRAD',
  'MD07',
  'MS02',
  'MS03',
  'NOAS',
  'RC01',
  'RR01',
  'RR02',
  'RR03',
  'RR04',
  'SVNR',
  'TECH',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** The code in what a bank wrote as the reason; null for its own words, in which it names people and accounts. */
export const returnCodeIn = (text: string | null | undefined): string | null =>
  /^[A-Z0-9]{4}$/.exec(text ?? '')?.[0] ?? null;

/** Why a payment came back: a reason that is known, a code that is not, or nothing that a bank can be held to. */
export type WhyBack = { reason: ReturnReason } | { code: string } | null;

/** Why a payment came back, from what the bank wrote. */
export function whyBack(text: string | null): WhyBack {
  const code = returnCodeIn(text);
  const reason = returnReasons.find((each) => each === code);
  if (reason) return { reason };
  return code === null ? null : { code };
}
