import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A step of the schema as this version has it; `hash` is the SHA-256 of its text, which the database keeps too. */
export type Migration = { tag: string; when: number; hash: string; statements: readonly string[] };

type Journal = { entries: { tag: string; when: number }[] };

/** Every migration of this version, oldest first. Throws where the program was not started from its own folder. */
export function knownMigrations(): Migration[] {
  const folder = join(process.cwd(), 'db', 'migrations');
  if (!existsSync(folder)) throw new Error('Start Wijkkas from its own folder: db/migrations was not found.');
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal;
  return journal.entries.map(({ tag, when }) => {
    // A checkout on Windows may have other line ends; the step is the same.
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
    const hash = createHash('sha256').update(text).digest('hex');
    return { tag, when, hash, statements: text.split('--> statement-breakpoint') };
  });
}

/** The tables there are once the migrations up to this one have run, by name. */
export function ownTables(tag: string): Set<string> {
  const file = join('db', 'migrations', 'meta', `${tag.slice(0, 4)}_snapshot.json`);
  const { tables } = JSON.parse(readFileSync(file, 'utf8')) as { tables: Record<string, { name: string }> };
  return new Set(Object.values(tables).map(({ name }) => name));
}
