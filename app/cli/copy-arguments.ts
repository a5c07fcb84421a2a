import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UnusableBackup } from '#db/backup/manifest';

export type CopyArguments = {
  dir?: string | undefined;
  key?: string | undefined;
  newKey?: string | undefined;
};

/** What `backup` and `restore` are asked: a folder and a key; undefined when it makes no sense. */
export function copyArguments(args: readonly string[]): CopyArguments | undefined {
  const options = { key: { type: 'string' }, 'new-key': { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > 1) return undefined;
    return { dir: positionals[0], key: values.key, newKey: values['new-key'] };
  } catch {
    return undefined;
  }
}

/** The text of the key: from the file that is named, else from BACKUP_KEY. */
export function keyGiven(file: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (file === undefined) return env.BACKUP_KEY || undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UnusableBackup(`The key in ${file} cannot be read.`);
  }
}
