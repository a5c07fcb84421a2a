/** An account number that is right in form and belongs to nobody: of a bank that does not exist. */
export function ibanOf(account: number): string {
  const digits = String(account).padStart(10, '0');
  const bank = [...'VIER'].map((letter) => letter.charCodeAt(0) - 55).join('');
  const check = 98n - (BigInt(`${bank}${digits}232100`) % 97n);
  return `NL${String(check).padStart(2, '0')}VIER${digits}`;
}
