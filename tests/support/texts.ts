import ts from 'typescript';
import { type Source } from './source';

/** Each text by its key; the forms of a number (`_zero`, `_one`, `_other`) stand under one key. */
export type Texts = ReadonlyMap<string, readonly string[]>;

const form = /_(zero|one|other)$/;

/** The texts of one language, however deep they stand. */
export function textsOf(tree: object): Texts {
  const texts = new Map<string, string[]>();
  const add = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, below] of Object.entries(value)) add(below, [...path, name]);
      return;
    }
    const key = path.join('.');
    const base = key.replace(form, '');
    texts.set(base, [...(texts.get(base) ?? []), String(value)]);
    if (base !== key) counted.add(base);
  };
  const counted = new Set<string>();
  add(tree, []);
  for (const key of counted) texts.set(key, [...(texts.get(key) ?? []), '{{count}}']);
  return texts;
}

/** What a text leaves open: the names between `{{` and `}}`; a text by number asks for `count`. */
const namesIn = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => `${name}`)));

const listed = (names: ReadonlySet<string>) => [...names].sort().join(', ') || 'nothing';

const missing = (wanted: ReadonlySet<string>, there: ReadonlySet<string>) =>
  [...wanted].filter((name) => !there.has(name));

/** Where two languages have not the same texts, or leave open other names in one. */
export function unlike(one: Texts, other: Texts): string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  return keys.flatMap((key) => {
    const [here, there] = [one.get(key), other.get(key)];
    if (!here || !there) return [`${key}: in one language only`];
    const [left, right] = [listed(namesIn(here)), listed(namesIn(there))];
    return left === right ? [] : [`${key}: ${left} / ${right}`];
  });
}

interface Call {
  at: string;
  /** Each key that stands there, with `*` where a part is put in while running. */
  keys: string[];
  /** The names that are given; `open` when more may come from elsewhere. */
  given: Set<string>;
  open: boolean;
}

/** Options of the translator itself, which no text asks for. */
const options = new Set(['returnObjects', 'defaultValue', 'lng']);

function keysOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return keysOf(node.expression);
  if (!ts.isTemplateExpression(node)) return [];
  return [node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('')];
}

function givenIn(node: ts.Expression | undefined): Pick<Call, 'given' | 'open'> {
  if (!node) return { given: new Set(), open: false };
  if (!ts.isObjectLiteralExpression(node)) return { given: new Set(), open: true };
  const named = node.properties.flatMap(({ name }) =>
    name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
  );
  const given = new Set(named.filter((name) => !options.has(name)));
  return { given, open: named.length < node.properties.length };
}

/** Every call of `t`, or of a `t` that something has. */
function callsIn({ path, text }: Pick<Source, 'path' | 'text'>): Call[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const calls: Call[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const [key, values] = node.arguments;
      if (key && ts.isIdentifier(callee) && callee.text === 't') {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        calls.push({ at: `${path}:${line}`, keys: keysOf(key), ...givenIn(values) });
      }
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return calls;
}

/** The texts that a key can mean: its own, those below it, and for a key with `*` all that fit. */
function meantBy(key: string, texts: Texts): (readonly string[])[] {
  const own = texts.get(key);
  if (own) return [own];
  const pattern = key.split('*').map((part) => part.replaceAll('.', '\\.'));
  const fits = (between: string) => {
    const regExp = new RegExp(`^${pattern.join(between)}(\\.|$)`);
    return [...texts].filter(([each]) => regExp.test(each)).map(([, found]) => found);
  };
  const near = fits('[^.]+');
  return near.length > 0 ? near : fits('.+');
}

/**
 * The calls that give a text other names than it leaves open. Of a key that is put together it is known only what fits: a
 * name that none of those asks for is too much, one that all of them ask for may not be missing.
 */
export function misfits(files: readonly Pick<Source, 'path' | 'text'>[], texts: Texts): string[] {
  return files.flatMap(callsIn).flatMap(({ at, keys, given, open }) => {
    const perKey = keys.map((key) => ({ key, meant: meantBy(key, texts).map(namesIn) }));
    const asked = new Set(perKey.flatMap(({ meant }) => meant.flatMap((names) => [...names])));
    const unasked =
      keys.length > 0
        ? missing(given, asked).map((name) => `${at} gives ${name} to ${keys.join(' or ')}`)
        : [];
    const lacking = perKey.flatMap(({ key, meant }) => {
      if (meant.length === 0) return [`${at} names ${key}, which is no text`];
      const [first = new Set<string>(), ...others] = meant;
      const always = new Set([...first].filter((name) => others.every((names) => names.has(name))));
      const wanted = key.includes('*') ? always : new Set(meant.flatMap((names) => [...names]));
      return open ? [] : missing(wanted, given).map((name) => `${at} leaves ${name} out of ${key}`);
    });
    return [...unasked, ...lacking];
  });
}
