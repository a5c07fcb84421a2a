import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { type SiteMeans } from '~/domain/area/readiness';
import { type ThemeBase, themeBases } from '~/domain/site/theme';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1']).transform((value) => value === '1');

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  APP_SECRET: z.string().min(32).optional(),
  DEMO: flag.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Wijkkas <geen-antwoord@wijkkas.example>'),
  CONTACT_EMAIL: z.email().optional(),
  THEME: z.enum(themeBases).default('vierstromen'),
  BANK_IBAN: z
    .string()
    .transform((typed) => electronicFormatIBAN(typed) ?? '')
    .refine((iban) => isValidIBAN(iban))
    .optional(),
  BANK_NAME: z.string().trim().min(1).max(70).optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((issuer) => {
      const { protocol, hostname } = new URL(issuer);
      return protocol === 'https:' || isLoopback(hostname);
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(40).optional(),
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(1024).default(48),
  TRUST_PROXY: flag.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** The names of all settings. */
export const settingNames = Object.keys(environment.shape);

export type Config = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  /** The origins that forms may come from. Never taken from a request. */
  origins: readonly string[];
  secret: string | undefined;
  demo: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where people can write to at the first start; from then on the page of the gemeente says it (`settings.server.ts`). */
  contact: string;
  /** How the site looks at the first start. */
  theme: ThemeBase;
  /** The account that grants are paid from at the first start; null where nobody gave one. */
  bank: { iban: string; name: string } | null;
  /** The sign-in service that tells where somebody lives, and how people call it; null while none is set. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  /** The largest file with addresses that the site takes in a form. */
  uploadBytes: number;
  /** Undefined while nobody said whether there is a proxy in front. */
  trustProxy: boolean | undefined;
  logLevel: string;
};

const hints: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/database',
  APP_ORIGIN: 'the address people see, like https://wijkkas.gemeente.nl',
  APP_SECRET: 'at least 32 characters that nobody knows',
  DEMO: '0 or 1',
  SMTP_URL: 'an address like smtps://user:password@mail.gemeente.nl',
  CONTACT_EMAIL: 'the address people write to, like wijkkas@gemeente.nl',
  THEME: 'vierstromen or noorderzijl',
  BANK_IBAN: 'the account that grants are paid from, like NL91 ABNA 0417 1643 00; goes with BANK_NAME',
  BANK_NAME: 'in whose name that account is, at most 70 characters; goes with BANK_IBAN',
  OIDC_ISSUER:
    'the https address of the sign-in service, like https://inloggen.gemeente.nl; goes with the other OIDC settings',
  OIDC_CLIENT_ID: 'under which name the sign-in service knows this site; goes with the other OIDC settings',
  OIDC_CLIENT_SECRET: 'the secret that the sign-in service gave this site; goes with the other OIDC settings',
  OIDC_NAME: 'how people call the sign-in service, like DigiD, at most 40 characters; goes with the others',
  UPLOAD_MAX_MB: 'a whole number of megabytes from 1 to 1024',
  TRUST_PROXY: '0 or 1',
  LOG_LEVEL: 'silent, error, warn, info or debug',
};

/** Reads the settings once, at start. Throws one message that names every wrong or missing value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const wrong = parsed.success
    ? missing(parsed.data)
    : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  if (!parsed.success || wrong.length > 0) {
    const lines = wrong.map((name) => `  ${name}: ${hints[name] ?? 'is wrong'}`);
    throw new Error(`Wijkkas cannot start. Set these environment variables:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  const demo = value.DEMO ?? true;
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    origins: value.APP_ORIGIN ? [new URL(value.APP_ORIGIN).origin] : loopback(value.PORT),
    secret: value.APP_SECRET,
    demo,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    contact: value.CONTACT_EMAIL ?? 'contact@vierstromen.example',
    theme: value.THEME,
    bank: bankOf(value) ?? (demo ? inventedBank : null),
    oidc: oidcOf(value),
    uploadBytes: value.UPLOAD_MAX_MB * 1024 * 1024,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
  };
}

/** What the site can do by these settings; the demonstration keeps its mail to look at. */
export const siteMeans = ({ demo, smtpUrl, oidc }: Config): SiteMeans => ({
  sendsMail: demo || smtpUrl !== undefined,
  hasSignIn: oidc !== null,
});

/** An account of a bank that does not exist, for the demonstration. */
const inventedBank = { iban: 'NL71VIER0123456789', name: 'Gemeente Vierstromen' };

const bankOf = ({ BANK_IBAN: iban, BANK_NAME: name }: z.infer<typeof environment>) =>
  iban && name ? { iban, name } : null;

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;

function oidcOf(value: z.infer<typeof environment>): Config['oidc'] {
  const [issuer, clientId, clientSecret, name] = oidcNames.map((each) => value[each]);
  return issuer && clientId && clientSecret && name ? { issuer, clientId, clientSecret, name } : null;
}

/**
 * On a public address nothing may be guessed: not the secret, not whom to write to, not whether this is a demonstration.
 * Nowhere half an account, or half a sign-in service.
 */
function missing(value: z.infer<typeof environment>): string[] {
  if (!value.BANK_IBAN !== !value.BANK_NAME) return [value.BANK_IBAN ? 'BANK_NAME' : 'BANK_IBAN'];
  const unset = oidcNames.filter((name) => value[name] === undefined);
  if (unset.length > 0 && unset.length < oidcNames.length) return unset;
  const open = value.DEMO === undefined && value.DATABASE_URL !== undefined && !isLoopback(value.HOST);
  if (!value.APP_ORIGIN || isLoopback(new URL(value.APP_ORIGIN).hostname)) return open ? ['DEMO'] : [];
  const needed = ['APP_SECRET', 'DEMO', 'DATABASE_URL', 'CONTACT_EMAIL'] as const;
  return needed.filter((name) => value[name] === undefined);
}

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host);

const loopback = (given: number) =>
  ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${given}`);
