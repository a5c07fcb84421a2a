import { z } from 'zod';

/** The way a backup is laid out (docs/operate/backup.md); it changes when an older Wijkkas could no longer read it. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** A file of the backup: what lies there (`bytes`, `sha256`), and what is in it once opened and unpacked. */
const part = z.object({
  file: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9]+)*$/),
  bytes: count,
  sha256,
  rows: count,
  content: sha256,
});

const shape = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  wijkkas: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ tag: z.string(), hash: sha256 })).min(1),
  sealed: z.boolean(),
  tables: z.array(part.extend({ name: z.string(), columns: z.array(z.string()).min(1) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^\d+$/), called: z.boolean() })),
  jobs: part,
  secret: part.nullable(),
});

export type Part = z.infer<typeof part>;
export type TablePart = z.infer<typeof shape>['tables'][number];
export type Manifest = z.infer<typeof shape>;

/** A backup that cannot be made, or cannot be put back; the message says why, and what to do. */
export class UnusableBackup extends Error {
  override name = 'UnusableBackup';
}

/** Reads the list of a backup. Throws UnusableBackup where it is not one, or is laid out in a later way. */
export function parseManifest(text: string): Manifest {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new UnusableBackup(`${MANIFEST} is damaged: this backup cannot be put back. Take another one.`);
  }
  const { format } = z
    .object({ format: z.number().catch(0) })
    .catch({ format: 0 })
    .parse(read);
  if (format > FORMAT) {
    throw new UnusableBackup(
      `This backup is laid out in way ${format}, and this Wijkkas knows up to ${FORMAT}: put it back with the newer Wijkkas that made it.`,
    );
  }
  const { data } = shape.safeParse(read);
  if (!data)
    throw new UnusableBackup(`${MANIFEST} is damaged: this backup cannot be put back. Take another one.`);
  return data;
}

/** Every file that belongs to the backup, beside the list itself. */
export const partsOf = ({ tables, jobs, secret }: Manifest): Part[] => [
  ...tables,
  jobs,
  ...(secret ? [secret] : []),
];
