import { type BankFile, readBankFile } from '~/formats/camt/read';

/** Reads a file as `readBankFile` does, here or in a thread. */
export type ReadStatement = (text: string, ownIban?: string) => Promise<BankFile>;
export const readHere: ReadStatement = async (text, ownIban) => readBankFile(text, ownIban);
