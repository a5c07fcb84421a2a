import { type Statement, readStatement } from '~/formats/camt/read';

/** Reads a file as `readStatement` does, here or in a thread. */
export type ReadStatement = (text: string) => Promise<Statement[]>;
export const readHere: ReadStatement = async (text) => readStatement(text);
