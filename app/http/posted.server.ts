import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { formWithFile, isMultipart } from './upload.server';

const MAX_FIELDS = 500;
const NAME = /^([A-Za-z][\w-]*)(?:\[(\d{1,2})\](?:\.([A-Za-z]\w*))?)?$/;
const INTENT = '__intent__';

/** What a form's buttons for rows may ask; anything else that claims to be an intent is refused. */
const intents = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('validate'), payload: z.strictObject({ name: z.undefined() }).partial() }),
  z.strictObject({
    type: z.literal('insert'),
    payload: z.strictObject({
      name: z.string().regex(/^[A-Za-z]\w*$/),
      defaultValue: z
        .union([z.string().max(200), z.record(z.string().regex(/^[A-Za-z]\w*$/), z.string().max(200))])
        .optional(),
    }),
  }),
  z.strictObject({
    type: z.literal('remove'),
    payload: z.strictObject({ name: z.string().regex(/^[A-Za-z]\w*$/), index: z.int().min(0).max(99) }),
  }),
]);

type Shape = 'one' | 'texts' | 'rows';
const shapes = new WeakMap<z.ZodType, Map<string, Shape>>();

const bodies = new WeakMap<Request, Promise<FormData | null>>();

/** The body of a request as a form, read once however often it is asked for; null when it is none. */
export function postedIn(request: Request): Promise<FormData | null> {
  const known = bodies.get(request) ?? read(request).catch(() => null);
  bodies.set(request, known);
  return known;
}

const read = (request: Request) => (isMultipart(request) ? formWithFile(request) : request.formData());

const keySchema = z.uuid().toLowerCase();

/** The key of the form that was posted (`FormKey`), if it has one. Throws 'formInvalid' for what no page gives. */
export async function formKeyIn(request: Request): Promise<string | null> {
  const typed = (await postedIn(request))?.get('key');
  if (typed === null || typed === undefined || typed === '') return null;
  const known = keySchema.safeParse(typed);
  return known.success ? known.data : refuse();
}

/**
 * The posted form, its shape already that of `schema`: every name known and used as one value, a list of texts or a
 * list of rows without holes. Names that the schema does not know are left out. Throws 'formInvalid' without an echo:
 * no page of ours sends such a form, so there is nothing typed to keep.
 */
export async function readPosted(request: Request, schema: z.ZodType): Promise<FormData> {
  const posted = (await postedIn(request)) ?? refuse();
  const shape = shapeOf(schema);
  const kept = new FormData();
  const rows = new Map<string, Set<number>>();
  if ([...posted.keys()].length > MAX_FIELDS) refuse();
  for (const [name, value] of posted) {
    if (typeof value !== 'string' || value.includes('\0')) return refuse();
    if (name === INTENT) {
      kept.set(INTENT, checkedIntent(value, shape));
      continue;
    }
    const [, base = '', index, field] = NAME.exec(name) ?? [];
    const wanted = shape.get(base);
    if (!wanted) continue;
    if (!fits(wanted, index, field) || (wanted === 'one' && kept.has(name))) return refuse();
    if (wanted === 'rows' && kept.has(name)) return refuse();
    if (index !== undefined) rows.set(base, (rows.get(base) ?? new Set()).add(Number(index)));
    kept.append(name, value);
  }
  for (const indexes of rows.values()) if (Math.max(...indexes) >= indexes.size) refuse();
  return kept;
}

/** As `readPosted`, of a form that an address carries from page to page. */
export function carriedIn(params: URLSearchParams, schema: z.ZodType): Promise<FormData> {
  const body = new URLSearchParams(params);
  body.delete(INTENT);
  return readPosted(new Request('http://form.invalid/', { method: 'POST', body }), schema);
}

/** What was typed in a form that nobody has checked, only to show it again. */
export async function readTyped(request: Request): Promise<FormData> {
  const typed = new FormData();
  const posted = (await postedIn(request)) ?? [];
  for (const [name, value] of [...posted].slice(0, MAX_FIELDS)) {
    if (typeof value === 'string' && NAME.test(name)) typed.append(name, value);
  }
  return typed;
}

function refuse(): never {
  throw new DomainError('formInvalid');
}

function fits(wanted: Shape, index: string | undefined, field: string | undefined): boolean {
  if (wanted === 'one') return index === undefined;
  return wanted === 'texts' ? field === undefined : index !== undefined && field !== undefined;
}

function checkedIntent(text: string, shape: Map<string, Shape>): string {
  try {
    const intent = intents.parse(JSON.parse(text));
    if (intent.type !== 'validate' && (shape.get(intent.payload.name) ?? 'one') === 'one') refuse();
    return JSON.stringify(intent);
  } catch {
    return refuse();
  }
}

/** Which names a schema has, and whether each is one value or a list; read from the schema itself, once. */
function shapeOf(schema: z.ZodType): Map<string, Shape> {
  const known = shapes.get(schema);
  if (known) return known;
  const found = new Map<string, Shape>();
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  for (const part of [json, ...alternatives(json)]) {
    for (const [name, property] of Object.entries(part.properties ?? {})) {
      if (typeof property === 'object') found.set(name, shapeOfProperty(property));
    }
  }
  shapes.set(schema, found);
  return found;
}

type Json = z.core.JSONSchema.BaseSchema;
const alternatives = (json: Json): Json[] =>
  [...(json.anyOf ?? []), ...(json.oneOf ?? [])].filter((each) => typeof each === 'object');

function shapeOfProperty(property: Json): Shape {
  const list = [property, ...alternatives(property)].find(({ type }) => type === 'array');
  if (!list) return 'one';
  const { items } = list;
  return typeof items === 'object' && !Array.isArray(items) && items.type === 'object' ? 'rows' : 'texts';
}
