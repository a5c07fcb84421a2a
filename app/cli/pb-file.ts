import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type PabulibError } from '~/formats/pabulib/problem';
import { translatorFor } from '~/i18n/translator.server';

const { t } = translatorFor('nl');
const unpack = promisify(gunzip);

/** No election on record is a tenth of this. */
const maxBytes = 256 * 1024 * 1024;

/** What a person did wrong; said in one line, exit code 1. */
export class Refusal extends Error {}

/** The bytes of a .pb file, unpacked where its name ends in .gz. Throws Refusal. */
export async function pbBytes(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Refusal(t('voting.tally.noFile', { file: path }));
  if (!path.endsWith('.gz') && bytes.length <= maxBytes) return bytes;
  const unpacked = await unpack(bytes, { maxOutputLength: maxBytes }).catch(() => undefined);
  if (!unpacked) throw new Refusal(t('voting.tally.notGzip', { file: path }));
  return unpacked;
}

/** "Regel 15, teken 3: dit is geen getal: 12.000,50." */
export function sayProblem({ code, place, value }: PabulibError): string {
  const problem = t(`voting.tally.problem.${code}`, { value });
  return t('voting.tally.place', { ...place, problem });
}

/** The command ends the process; what is longer than a pipe holds must be out before that. */
export function print(line: string): Promise<void> {
  return new Promise((done) => process.stdout.write(`${line}\n`, () => done()));
}
