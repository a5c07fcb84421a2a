import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DomainError } from '~/domain/errors';
import { type Notice } from '~/domain/notices';
import { PabulibError } from '~/formats/pabulib/problem';
import { translatorFor } from '~/i18n/translator.server';

const { t } = translatorFor('nl');
const unpack = promisify(gunzip);

/** No election on record is a tenth of this. */
const maxBytes = 256 * 1024 * 1024;

/** What a person did wrong; said in one line, exit code 1. */
export class Refusal extends Error {}

/** The bytes of a file, unpacked where they are packed, whatever it is called. Throws Refusal. */
export async function bytesAt(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Refusal(t('voting.tally.noFile', { file: path }));
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked && bytes.length <= maxBytes) return bytes;
  const unpacked = await unpack(bytes, { maxOutputLength: maxBytes }).catch(() => undefined);
  if (!unpacked) throw new Refusal(t('voting.tally.notGzip', { file: path }));
  return unpacked;
}

/** Why a file cannot be read: what stands in it, what it is written in, or what it is. Anything else is no such reason. */
export function sayFileProblem(error: unknown): string | undefined {
  if (error instanceof PabulibError) {
    const { code, place, value } = error;
    return t('voting.tally.place', { ...place, problem: t(`voting.tally.problem.${code}`, { value }) });
  }
  if (!(error instanceof DomainError)) return undefined;
  const { code, detail } = error;
  return code === 'fileUnreadable' || code === 'fileOfOtherKind'
    ? t(`error.${code}`, { ...detail })
    : undefined;
}

/** Says what is odd in a file that is read all the same, a line each, beside what the command answers. */
export function sayNotices(notices: readonly Notice[]): void {
  for (const { code, line, values } of notices) {
    const notice = t(`notice.${code}`, { ...values });
    console.error(line === null ? t('notice.said', { notice }) : t('notice.saidAt', { line, notice }));
  }
}

/** The command ends the process; what is longer than a pipe holds must be out before that. */
export function print(line: string): Promise<void> {
  return new Promise((done) => process.stdout.write(`${line}\n`, () => done()));
}
