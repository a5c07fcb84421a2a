import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readBankFile, type Statement } from '~/formats/camt/read';

export const fixture = (name: string) => readFileSync(`tests/fixtures/statements/${name}.xml`, 'utf8');
export const oneByOne = fixture('one-by-one');
export const batches = fixture('batches');
export const sparse = fixture('sparse');

/** The statements of a file, whosever account it is. */
export const readStatement = (text: string): Statement[] => readBankFile(text).statements;

/** The text with one piece replaced; the piece must be there. */
export function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

/** The first file with one booking in place of its own, of this signed amount in euros and with these details. */
export function withBooking(euros: string, details: string, closing: string): string {
  const direction = euros.startsWith('-') ? 'DBIT' : 'CRDT';
  const head = `<Amt Ccy="EUR">${euros.replace('-', '')}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts>BOOK</Sts>`;
  const booking = `<Ntry>${head}<BookgDt><Dt>2026-03-02</Dt></BookgDt>${details}</Ntry>`;
  return changed(
    oneByOne.replace(/<Ntry>[^]*<\/Ntry>/, () => booking),
    '11236.70',
    closing,
  );
}

export const parts = (...amounts: string[]) =>
  `<NtryDtls>${amounts.map((amount) => `<TxDtls>${amount}</TxDtls>`).join('')}</NtryDtls>`;
