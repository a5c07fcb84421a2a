import { beforeAll, describe, expect, test } from 'vitest';
import { doorsOf } from '../access/doors';
import { casesOf, faultIn, forbiddenOf, isOurs, judge, type Sample, samplesOf } from '../support/form-cases';
import { type Form, formsOf, nameOf, takesFile } from '../support/forms';
import { builtServer } from '../support/site';

/** F1 of the reliability plan, first half: what every form of the site makes of what no person would send. */
const enough = 300;
let forms: (Form & { samples: Sample[] })[] = [];

beforeAll(async () => {
  const { build } = await builtServer();
  const read = formsOf(doorsOf(await build())).filter((form) => !takesFile(form));
  forms = await Promise.all(
    read.map(async (form) => ({ ...form, samples: await samplesOf(form.schema, {}) })),
  );
});

/** Every case of every form, and what is wrong with what came of it. */
async function faults(look: (form: Form, sample: Sample) => Promise<(string | null)[]>): Promise<string[]> {
  const found: string[] = [];
  for (const form of forms) {
    for (const sample of form.samples) {
      for (const fault of await look(form, sample)) if (fault) found.push(`${nameOf(form)}: ${fault}`);
    }
  }
  return found;
}

test('every action declares a form, and it is known what each of its fields is for', () => {
  expect(forms.length).toBeGreaterThan(40);
  const forgiving = forms.flatMap((form) =>
    form.samples.flatMap(({ fields }) =>
      fields.filter(({ forgives }) => forgives).map(({ name }) => `${nameOf(form)} ${name}`),
    ),
  );
  // A language that nobody speaks is no reason to stop somebody.
  expect(forgiving).toEqual(['/taal locale']);
});

describe('F1: whatever is sent', () => {
  test('is refused with a word of ours at a field or above the form, or taken within bounds', async () => {
    let count = 0;
    const wrong = await faults(async ({ schema }, sample) => {
      const cases = casesOf(sample, enough);
      expect(cases.length).toBeGreaterThanOrEqual(enough);
      count += cases.length;
      return Promise.all(
        cases.map(async ({ what, body }) => {
          const fault = await faultOf(schema, body, sample).catch(
            (error: unknown) => `throws ${String(error)}`,
          );
          return fault && `${what} ${fault}`;
        }),
      );
    });
    process.stdout.write(`form reader: ${count} bodies, ${forms.length} forms\n`);
    expect(wrong).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('an amount, date, number, address, id, choice or code of another form is refused at its field', async () => {
    const wrong = await faults((form, sample) =>
      Promise.all(
        forbiddenOf(sample).map(async ({ what, body, field }) => {
          const verdict = await judge(form.schema, body);
          if (verdict.is === 'accepted') return `${what} is taken`;
          const where = body.includes('%00') ? '' : field.name;
          return verdict.names.includes(where) ? null : `${what} is told at ${verdict.names.join()}`;
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

async function faultOf(schema: Form['schema'], body: string, { fields }: Sample): Promise<string | null> {
  const verdict = await judge(schema, body);
  if (verdict.is === 'accepted') return faultIn(verdict.value);
  if (verdict.is === 'asked') return null;
  const foreign = verdict.codes.filter((code) => !isOurs(code));
  if (foreign.length > 0) return `says ${foreign.join()}`;
  const wordless = verdict.texts.some((text) => text === '' || /\{\{|error\./.test(text));
  if (wordless || verdict.texts.length === 0) return `says ${JSON.stringify(verdict.texts)}`;
  const stray = verdict.names.filter(
    (name) => name !== '' && !fields.some(({ base }) => name.startsWith(base)),
  );
  return stray.length > 0 ? `is told at ${stray.join()}` : null;
}
