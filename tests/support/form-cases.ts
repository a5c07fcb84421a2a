import fc from 'fast-check';
import { z } from 'zod';
import { DomainError, refusals } from '~/domain/errors';
import { FormRefused, readForm, replyTo } from '~/http/form.server';
import { translatorFor } from '~/i18n/translator.server';
import { type Visit } from '~/http/visit.server';
import { type Kind, neverTaken, oddValues, plainValues, kindSamples } from './odd-values';

export type Pair = readonly [name: string, value: string];
/** One value that a form takes: under which name it is sent, and what it is for. */
export type Field = {
  name: string;
  base: string;
  kind: Kind;
  /** What it does not know it reads as its usual answer. */ forgives: boolean;
};
/** One form as it is sent rightly, and its fields. A form with alternatives is several. */
export type Sample = { pairs: Pair[]; fields: Field[] };
export type Case = { what: string; body: string };
export type Verdict =
  | { is: 'accepted'; value: unknown }
  /** One row more or less: the form comes back as it was. */
  | { is: 'asked'; names: string[] }
  | { is: 'refused'; names: string[]; codes: string[]; texts: string[] };

const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' };
export const bodyOf = (pairs: readonly Pair[]) =>
  new URLSearchParams(pairs.map((pair) => [...pair])).toString();

/** What the form's reader says about a body; whatever is no refusal of ours it throws. */
export async function judge(schema: z.ZodType, body: string): Promise<Verdict> {
  const request = new Request('http://localhost/', { method: 'POST', headers: urlencoded, body });
  const visit = { request, locale: 'nl', t: translatorFor('nl').t } as Visit;
  try {
    return { is: 'accepted', value: await readForm(visit, schema) };
  } catch (error) {
    if (!(error instanceof FormRefused || error instanceof DomainError)) throw error;
    if (error instanceof FormRefused && error.status === 200) return { is: 'asked', names: [] };
    const errors = Object.entries(replyTo(error, visit).result.error ?? {});
    const raw =
      error instanceof DomainError
        ? [error.code]
        : Object.values(error.submission.reply().error ?? {}).flat();
    return {
      is: 'refused',
      names: errors.map(([name]) => name),
      codes: raw.map((message) => (message ?? '').split('|')[0] ?? ''),
      texts: errors.flatMap(([, texts]) => texts ?? []),
    };
  }
}

export const isOurs = (code: string) => Object.hasOwn(refusals, code);

type Json = z.core.JSONSchema.BaseSchema;
const parts = (json: Json): Json[] =>
  [...(json.anyOf ?? []), ...(json.oneOf ?? [])].filter((each) => typeof each === 'object');
const isList = ({ type }: Json) => type === 'array';

/** The names under which a schema takes values; of a list its first place. */
function namesIn(json: Json): { name: string; base: string; json: Json }[] {
  return Object.entries(json.properties ?? {}).flatMap(([base, property]) => {
    if (typeof property !== 'object') return [];
    const list = [property, ...parts(property)].find(isList);
    if (!list) return [{ name: base, base, json: property }];
    const items = list.items as Json;
    const row = Object.entries(items.properties ?? {});
    if (row.length === 0) return [{ name: `${base}[0]`, base, json: items }];
    return row.map(([column, json]) => ({ name: `${base}[0].${column}`, base, json: json as Json }));
  });
}

/** The answers to choose from, if a field is a choice. */
function choicesOf(json: Json): string[] {
  return [json, ...parts(json)]
    .flatMap((each) => (each.const === undefined ? (each.enum ?? []) : [each.const]))
    .map(String);
}

/** Every alternative of a form, filled in rightly. `known` are values that exist, by name. */
export async function samplesOf(
  schema: z.ZodType,
  known: Readonly<Record<string, string>>,
): Promise<Sample[]> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const alternatives = json.properties ? [json] : parts(json).filter(({ properties }) => properties);
  const found = alternatives.length === 0 ? [json] : alternatives;
  return Promise.all(found.map((each) => sampleOf(schema, each, known)));
}

async function sampleOf(
  schema: z.ZodType,
  json: Json,
  known: Readonly<Record<string, string>>,
): Promise<Sample> {
  const names = namesIn(json);
  const filled = new Map<string, string>();
  const takes = async (name: string, value: string) => {
    const verdict = await judge(schema, bodyOf([...filled, [name, value]]));
    return verdict.is === 'accepted' || !verdict.names.includes(name);
  };
  // A field that is filled in first decides with others in mind: fixed answers, then the rest.
  for (const { name, json: field } of names) {
    const [choice] = choicesOf(field);
    if (choice !== undefined) filled.set(name, known[name] ?? choice);
  }
  const fields: Field[] = [];
  for (const { name, base, json: field } of names) {
    filled.delete(name);
    const choices = choicesOf(field);
    const options = [known[name], ...choices, ...plainValues].filter((value) => value !== undefined);
    const value = await first(options, (option) => takes(name, option));
    const kind = choices.length > 0 ? 'choice' : await kindOf((option) => takes(name, option));
    if (value === undefined || kind === undefined) throw new Error(`what does "${name}" take?`);
    const forgives = kind === 'choice' && (await takes(name, 'geen van deze'));
    filled.set(name, value);
    fields.push({ name, base, kind, forgives });
  }
  const verdict = await judge(schema, bodyOf([...filled]));
  if (verdict.is !== 'accepted')
    throw new Error(`not accepted: ${JSON.stringify([...filled])} ${JSON.stringify(verdict)}`);
  return { pairs: [...filled], fields };
}

async function kindOf(takes: (value: string) => Promise<boolean>): Promise<Kind | undefined> {
  return (await first(kindSamples, ([, value]) => takes(value)))?.[0];
}

async function first<T>(all: readonly T[], fits: (each: T) => Promise<boolean>): Promise<T | undefined> {
  for (const each of all) if (await fits(each)) return each;
  return undefined;
}

/** The sample with one value changed. */
export const withValue = ({ pairs }: Sample, name: string, value: string): Pair[] =>
  pairs.map(([key, old]) => [key, key === name ? value : old]);

const intents = [
  'x',
  'null',
  '{}',
  '[]',
  '""',
  '{"type":"validate","payload":{}}',
  '{"type":"validate","payload":{"name":"__proto__"}}',
  '{"type":"reset","payload":{}}',
  '{"type":"update","payload":{"name":"__proto__","value":"x"}}',
  '{"type":"insert","payload":{"name":"__proto__"}}',
  '{"type":"insert","payload":{"name":"constructor"}}',
  '{"type":"remove","payload":{"name":"lines","index":1e9}}',
  '{"type":"remove","payload":{"name":"lines","index":-1}}',
  '{"type":"reorder","payload":{"name":"lines","from":0,"to":99}}',
];

/** Names that no page sends, made of one that it does. */
const strangeNames = (base: string) => [
  ...[
    `${base}[0]`,
    `${base}[99]`,
    `${base}[-1]`,
    `${base}[1e9]`,
    `${base}[4294967294]`,
    `${base}[]`,
    `${base}[0][0]`,
  ],
  ...[
    `${base}.x`,
    `${base}[0].x`,
    `${base}.__proto__.x`,
    `${base}[__proto__]`,
    `${base}.length`,
    `${base}\0`,
  ],
  ...[
    `__proto__.${base}`,
    `constructor.prototype.${base}`,
    base.toUpperCase(),
    ` ${base}`,
    `${base}${'[0]'.repeat(500)}`,
  ],
];

/** Bodies made of a form that each hold one oddity, the same every time. */
export function casesOf(sample: Sample, atLeast: number): Case[] {
  const { pairs, fields } = sample;
  const all: Case[] = [];
  const add = (what: string, changed: readonly Pair[]) => all.push({ what, body: bodyOf(changed) });
  add('nothing', []);
  for (const { name } of fields) {
    add(
      `without ${name}`,
      pairs.filter(([key]) => key !== name),
    );
    for (const value of oddValues) add(`${name} = ${label(value)}`, withValue(sample, name, value));
    add(`${name} twice`, [...pairs, [name, 'x']]);
    add(
      `${name} five hundred times`,
      Array.from({ length: 501 }, () => [name, '1'] as const),
    );
  }
  for (const base of new Set(fields.map((field) => field.base))) {
    for (const name of strangeNames(base)) {
      add(`also ${label(name)}`, [...pairs, [name, '1']]);
      add(`${label(name)} instead`, [...pairs.filter(([key]) => !key.startsWith(base)), [name, '1']]);
    }
  }
  for (const intent of intents) add(`intent ${intent}`, [...pairs, ['__intent__', intent]]);
  for (const name of [
    '__proto__',
    'constructor.prototype.x',
    '__state__',
    'toString',
    '',
    '\0',
    '=',
    '[0]',
  ]) {
    add(`also ${label(name)}`, [...pairs, [name, '1']]);
  }
  add('a thousand names', [
    ...pairs,
    ...Array.from({ length: 1_000 }, (_, index) => [`f${index}`, '1'] as const),
  ]);
  all.push(...brokenBodies(bodyOf(pairs)));
  return [...all, ...anyBodies(sample, atLeast - all.length)];
}

/** Any number of names and values together, the same every time. */
function anyBodies({ pairs, fields }: Sample, count: number): Case[] {
  if (count <= 0) return [];
  const own = fields.flatMap(({ name, base }) => [name, ...strangeNames(base)]);
  const name = fc.constantFrom(...own, ...strangeNames('intent'), '__intent__', '__proto__', 'key');
  const value = fc.oneof(fc.constantFrom(...oddValues), fc.string({ unit: 'binary', maxLength: 50 }));
  const body = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 6 });
  return fc.sample(body, { numRuns: count, seed: 8 }).map((changed, index) => ({
    what: `any ${index}`,
    body: bodyOf(index % 2 === 0 ? changed : [...pairs, ...changed]),
  }));
}

function brokenBodies(body: string): Case[] {
  return [
    '%',
    '%zz',
    '%ED%A0%80',
    '&&&&',
    '=',
    '&=&=',
    'a=b;c=d',
    '\ud800',
    '[{"a":1}]',
    `${body}&${'a&'.repeat(400)}`,
  ].map((end) => ({ what: `ends in ${label(end)}`, body: `${body}&${end}` }));
}

/** A value as a person can read it in a report. */
export const label = (value: string) => JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);

/** What a field may never take, as bodies. */
export function forbiddenOf(sample: Sample): (Case & { field: Field })[] {
  return sample.fields
    .filter(({ forgives }) => !forgives)
    .flatMap((field) =>
      neverTaken[field.kind].map((value) => ({
        field,
        what: `${field.name} (${field.kind}) = ${label(value)}`,
        body: bodyOf(withValue(sample, field.name, value)),
      })),
    );
}

/** What is wrong with a value that a form let through; null when all of it is within bounds. */
export function faultIn(value: unknown): string | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return 'holds NUL';
    if (/\p{Surrogate}/u.test(value)) return 'is no whole text';
    return value.length > 5_000 ? `has ${value.length} signs` : null;
  }
  if (typeof value === 'bigint') return value < 0n || value > 10n ** 13n ? `is ${value}` : null;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? null : `is ${value}`;
  if (value === null || value === undefined || typeof value === 'boolean') return null;
  if (Array.isArray(value)) {
    if (value.length > 500) return `is a list of ${value.length}`;
    return value.map(faultIn).find((fault) => fault !== null) ?? null;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return 'is no plain record';
  return faultIn(Object.values(value as object));
}
