import { parse, type Submission, type SubmissionResult } from '@conform-to/react';
import { type AppLoadContext } from '@remix-run/node';
import { parseWithZod } from '@conform-to/zod/v4';
import { type z } from 'zod';
import { type LimitedAct } from '~/domain/access/limits';
import { type CalendarDate } from '~/domain/calendar';
import { formatDate } from '~/domain/date-format';
import { type DomainError, refusals, type RefusalCode, type RefusalDetail } from '~/domain/errors';
import { cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { withDetail } from './fields.server';
import { formatDayAndTime, formatMoment, type Reader } from './moment.server';
import { formKeyIn, readPosted, readTyped } from './posted.server';
import { type Asked, type Visit } from './visit.server';

/** Typed again rather than sent back in a page. */
const neverEchoed = ['password'];

/** What an action answers when it did not redirect: conform's result, its messages in the visitor's language. */
export type FormReply = { result: SubmissionResult<string[]> };

type AnySubmission = Submission<unknown, string[], unknown>;

/** The form was not accepted as it stands (or only asked for a row more): show it again. */
export class FormRefused extends Error {
  constructor(readonly submission: AnySubmission) {
    super('form refused');
  }

  get status(): number {
    return this.submission.status === 'error' ? 400 : 200;
  }
}

const submissions = new WeakMap<Request, AnySubmission>();

/** Reads and checks the posted form. Throws FormRefused with a message at each wrong field. */
export async function readForm<S extends z.ZodType>(visit: Visit, schema: S): Promise<z.output<S>> {
  const submission = parseWithZod(await readPosted(visit.request, schema), { schema });
  submissions.set(visit.request, submission as AnySubmission);
  if (submission.status !== 'success') throw new FormRefused(submission as AnySubmission);
  return submission.value;
}

/** The form's answer to a refusal: at its field if it has one, else above the form. */
export function replyTo(error: FormRefused | DomainError, visit: Asked): FormReply {
  if (error instanceof FormRefused)
    return { result: translated(error.submission.reply({ hideFields: neverEchoed }), visit) };
  const codes = [error, ...error.also].map(({ code, detail }) => withDetail(code, detail));
  const submission = submissions.get(visit.request);
  const errors = error.field ? { fieldErrors: { [error.field]: codes } } : { formErrors: codes };
  const result = submission?.reply({ ...errors, hideFields: neverEchoed }) ?? {
    status: 'error',
    error: error.field ? errors.fieldErrors : { '': codes },
  };
  return { result: translated(result as SubmissionResult<string[]>, visit) };
}

const keys = new WeakMap<AppLoadContext, string>();

/** The form again with `message` above it and what was typed, because nobody could look at it. It keeps its key. */
export async function messageReply(
  message: string,
  { request, loadContext: context }: Asked,
): Promise<FormReply> {
  const submission =
    submissions.get(request) ?? parse(await readTyped(request), { resolve: () => ({ value: null }) });
  const key = await formKeyIn(request).catch(() => null);
  if (key !== null) keys.set(context, key);
  return { result: submission.reply({ formErrors: [message], hideFields: neverEchoed }) };
}

/** The key of a form that comes back because nobody could look at it: it keeps it, as it may have been done after all. */
export function keptKey({ loadContext: context }: Asked): string | null {
  return keys.get(context) ?? null;
}

/** What a refusal says besides its code, in words: amounts, days, `until` an instant, `act` what has a limit. */
export function messageDetail(
  { detail }: Pick<DomainError, 'detail'>,
  asked: Reader,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? formatEuros(cents(value), asked.locale) : detailText(name, value, asked),
    ]),
  );
}

function detailText(name: string, value: string | number, asked: Reader): string | number {
  if (name === 'act') return asked.t(`limit.what.${value as LimitedAct}`);
  if (name === 'until') return formatMoment(new Date(value), asked);
  if (isMoment(value)) return formatDayAndTime(new Date(value), asked);
  return isDate(value) ? formatDate(value, asked.locale) : value;
}

function translated(result: SubmissionResult<string[]>, visit: Asked): SubmissionResult<string[]> {
  if (!result.error) return result;
  const error = Object.fromEntries(
    Object.entries(result.error).map(([name, codes]) => [
      name,
      codes?.map((code) => say(code, visit)) ?? null,
    ]),
  );
  return { ...result, error };
}

/** 'code' or what `withDetail` made of it, in the visitor's language. */
function say(message: string, asked: Asked): string {
  const [code = '', ...rest] = message.split('|');
  // What the schema library says by itself is not for people.
  if (!Object.hasOwn(refusals, code)) return asked.t('error.formInvalid');
  const detail = rest.length > 0 ? detailIn(rest.join('|')) : {};
  return asked.t(`error.${code as RefusalCode}`, messageDetail({ detail }, asked));
}

const detailIn = (text: string) =>
  JSON.parse(text, (_name, value: unknown) =>
    isAmount(value) ? BigInt(value.cents) : value,
  ) as RefusalDetail;

function isAmount(value: unknown): value is { cents: string } {
  return (
    typeof value === 'object' && value !== null && typeof (value as { cents?: unknown }).cents === 'string'
  );
}

function isDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);
}
