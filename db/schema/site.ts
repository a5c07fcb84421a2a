import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type CheckFinding, type CheckScope } from '~/domain/audit/check';
import { longest, type LogoKind, logoKinds, mostLogoBytes } from '~/domain/site/settings';
import { type Colour } from '~/domain/site/colour';
import { type ThemeBase, themeBases } from '~/domain/site/theme';
import { bytes, id, instant, sha256, signs } from './columns';
import { person } from './people';

/** That somebody wants the invariants looked at, or the chains of the journals alone; nobody, for a command or the night. */
export const checkRun = pgTable(
  'check_run',
  {
    id: id(),
    scope: text('scope').$type<CheckScope>().notNull(),
    askedBy: uuid('asked_by').references(() => person.id),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    index('check_run_asked').on(t.scope, t.askedAt),
    check('check_run_scope', sql`${t.scope} in ('all', 'chain')`),
  ],
);

/** What such a look brought. `found` holds the first of what is wrong, `violations` counts it all. */
export const checkResult = pgTable(
  'check_result',
  {
    runId: uuid('run_id')
      .primaryKey()
      .references(() => checkRun.id),
    endedAt: instant('ended_at').notNull(),
    /** How many invariants, or journals. */
    checks: integer('checks').notNull(),
    /** How many entries of journals were read; of all invariants nobody counts that. */
    entries: integer('entries'),
    violations: integer('violations').notNull(),
    found: jsonb('found').$type<readonly CheckFinding[]>().notNull(),
  },
  (t) => [
    check('check_result_counts', sql`${t.checks} >= 0 and ${t.entries} >= 0 and ${t.violations} >= 0`),
    check(
      'check_result_found',
      sql`case jsonb_typeof(${t.found}) when 'array' then (jsonb_array_length(${t.found}) > 0) = (${t.violations} > 0) else false end`,
    ),
  ],
);

/** That a backup ended well: how much is in it, and whether it is sealed. Where it lies only its maker knows. */
export const backupMark = pgTable(
  'backup_mark',
  {
    id: id(),
    madeAt: instant('made_at').notNull(),
    rows: bigint('rows', { mode: 'number' }).notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sealed: boolean('sealed').notNull(),
  },
  (t) => [
    index('backup_mark_made').on(t.madeAt),
    check('backup_mark_counts', sql`${t.rows} >= 0 and ${t.bytes} >= 0`),
  ],
);

const oneOf = (values: readonly string[]) => sql.raw(`in (${values.map((each) => `'${each}'`).join(', ')})`);

/** A logo that a gemeente has or had, already made safe; named by the hash of its content. */
export const gemeenteLogo = pgTable(
  'gemeente_logo',
  {
    hash: sha256('hash').primaryKey(),
    kind: text('kind').$type<LogoKind>().notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [
    check('gemeente_logo_kind', sql`${t.kind} ${oneOf(logoKinds)}`),
    check('gemeente_logo_hash', sql`${t.hash} = encode(sha256(${t.content}), 'hex')`),
    check(
      'gemeente_logo_bytes',
      sql`octet_length(${t.content}) between 1 and ${sql.raw(String(mostLogoBytes))}`,
    ),
  ],
);

const colour = (name: string) => text(name).$type<Colour>();

/**
 * What a gemeente tells of itself and how its site looks, whole, each time somebody changed a part of it: the highest version
 * holds. Nobody saved the first: it has what the settings of the program said at the first start.
 */
export const gemeenteSettings = pgTable(
  'gemeente_settings',
  {
    version: integer('version').primaryKey(),
    name: text('name'),
    email: text('email').notNull(),
    phone: text('phone'),
    address: text('address'),
    reach: text('reach'),
    bankIban: text('bank_iban'),
    bankName: text('bank_name'),
    english: boolean('english').notNull(),
    theme: text('theme').$type<ThemeBase>().notNull(),
    actionColour: colour('action_colour'),
    headerColour: colour('header_colour'),
    footerColour: colour('footer_colour'),
    logoHash: sha256('logo_hash').references(() => gemeenteLogo.hash),
    savedBy: uuid('saved_by').references(() => person.id),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    check(
      'gemeente_settings_texts',
      sql`char_length(${t.name}) between 1 and ${signs(longest.name)} and char_length(${t.email}) between 3 and ${signs(longest.email)}
        and char_length(${t.phone}) <= ${signs(longest.phone)} and char_length(${t.address}) <= ${signs(longest.address)}
        and char_length(${t.reach}) <= ${signs(longest.reach)} and char_length(${t.bankName}) <= ${signs(longest.bankName)}`,
    ),
    check('gemeente_settings_account', sql`(${t.bankIban} is null) = (${t.bankName} is null)`),
    check('gemeente_settings_theme', sql`${t.theme} ${oneOf(themeBases)}`),
    check(
      'gemeente_settings_colours',
      sql`concat(${t.actionColour}, ${t.headerColour}, ${t.footerColour}) ~ '^(#[0-9a-f]{6})*$'`,
    ),
    check('gemeente_settings_saved', sql`(${t.savedBy} is null) = (${t.version} = 1)`),
  ],
);
