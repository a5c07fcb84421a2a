import { DomainError } from '../errors';
import { textWithin } from '../text';
import { type Theme } from './theme';

/** How long each of them may be, in letters. */
export const longest = { name: 60, email: 254, phone: 30, address: 200, reach: 500, bankName: 70 } as const;

/** The account of the gemeente itself, that grants are paid from. */
export type OwnAccount = { iban: string; name: string };

/** What a gemeente tells of itself. */
export interface GemeenteDetails {
  /** Without "gemeente" before it; null until somebody gave it. */
  name: string | null;
  /** Where people can write to. */
  email: string;
  phone: string | null;
  address: string | null;
  /** When and how to reach it, in words. */
  reach: string | null;
  bank: OwnAccount | null;
  /** Whether pages can be read in English too; Dutch they always are. */
  english: boolean;
}

export const logoKinds = ['svg', 'png'] as const;
export type LogoKind = (typeof logoKinds)[number];

/** The most a logo may weigh: it comes with every page. */
export const mostLogoBytes = 200 * 1024;

/** What a gemeente chose for its site. */
export interface Settings extends GemeenteDetails {
  theme: Theme;
  /** By the hash of its content. */
  logo: { hash: string; kind: LogoKind } | null;
}

/**
 * What somebody typed about the gemeente, each text within its length and an empty one as null. Throws DomainError at its
 * field: 'required' for a name, an address to write to or half an account, and 'tooLong'.
 */
export function detailsIn(
  typed: {
    [Key in keyof Omit<GemeenteDetails, 'bank' | 'english'>]: string;
  } & { iban: string | null; bankName: string; english: boolean },
): GemeenteDetails & { name: string } {
  const optional = (field: 'phone' | 'address' | 'reach' | 'bankName') =>
    textWithin(longest[field], typed[field], field) || null;
  const needed = (field: 'name' | 'email') => {
    const text = textWithin(longest[field], typed[field], field);
    if (text === '') throw new DomainError('required', { field });
    return text;
  };
  return {
    // Pages put that word before it themselves.
    ...{ name: needed('name').replace(/^gemeente\s+/i, ''), email: needed('email') },
    ...{ phone: optional('phone'), address: optional('address'), reach: optional('reach') },
    ...{ bank: accountOf(typed.iban, optional('bankName')), english: typed.english },
  };
}

function accountOf(iban: string | null, name: string | null): OwnAccount | null {
  if (iban === null && name === null) return null;
  if (iban === null) throw new DomainError('required', { field: 'iban' });
  if (name === null) throw new DomainError('required', { field: 'bankName' });
  return { iban, name };
}

/** The parts in which two versions of the settings can differ. */
const settingsParts = [
  'name',
  'email',
  'phone',
  'address',
  'reach',
  'bank',
  'english',
  'theme',
  'logo',
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** In which parts a version differs from the one before it. */
export const changedParts = (before: Settings, after: Settings): SettingsPart[] =>
  settingsParts.filter((part) => !isSame(before[part], after[part]));

function isSame(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return one === other;
  return Object.keys(one).every((key) => one[key] === other[key]);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
