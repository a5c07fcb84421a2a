import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type TypedResponse,
} from '@remix-run/node';
import { type z } from 'zod';
import { faultOf } from '#db/fault';
import { mayEver, type Act, type DenyReason } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { statusOf, unanswered, unansweredStatus, messageOf } from './errors.server';
import { messageDetail, FormRefused, readForm, messageReply, replyTo, type FormReply } from './form.server';
import { formKeyIn } from './posted.server';
import { dropUpload } from './upload.server';
import { ask, type Asked, enter, type Visit } from './visit.server';
import { paths, withBack } from '~/paths';

/** What a route declares in `handle.access`: the act behind reading it, and behind sending its form. */
export type Access = { read: Act; write?: Act };

/**
 * What a page says of itself: who may do what, and whether anything on it runs in the browser, always or with what it
 * loaded. A page that does not say so is sent without a script.
 */
export type Handle = { access: Access; runs?: boolean | ((loaded: never) => boolean) };

/**
 * A loader that lets in whoever may do `read`. Every loader authorises itself: a request may run it alone. What can be shown
 * without the database comes from `otherwise`.
 */
export function page<T>(
  read: Act,
  body: (visit: Visit) => Promise<T>,
  otherwise?: (asked: Asked) => NoInfer<T>,
) {
  const loader = async (args: LoaderFunctionArgs) => {
    const asked = await ask(args);
    try {
      const visit = await enter(asked);
      admit(visit, read);
      return await body(visit);
    } catch (error) {
      if (error instanceof DomainError) throw refusal(error, asked);
      if (otherwise && faultOf(error)) {
        asked.loadContext.keepFromOthers();
        return otherwise(asked);
      }
      throw outage(error, asked) ?? error;
    }
  };
  return Object.assign(loader, { access: read });
}

type Answer = Response | TypedResponse<never>;

/** What may be sent to an action: one form, or one of several by its name. */
export type Forms = z.ZodType | Readonly<Record<string, z.ZodType>>;
/** Reads the form that was sent, by the schema that the action declares. */
export type Typed<F extends Forms> = F extends z.ZodType
  ? () => Promise<z.output<F>>
  : <Name extends keyof F>(name: Name) => Promise<z.output<F[Name]>>;

/**
 * An action that lets in whoever may do `write`. Its form is declared here, so that tests know every form there is. A
 * refusal comes back as the form's own answer, typed text kept.
 */
export function act<F extends Forms>(
  write: Act,
  forms: F,
  body: (visit: Visit, typed: Typed<F>) => Promise<Answer>,
) {
  const action = async (args: ActionFunctionArgs) => {
    const asked = await ask(args);
    try {
      const visit = await enter(asked);
      admit(visit, write);
      visit.context.sent = { formKey: await formKeyIn(visit.request) };
      // An answer that is no redirect is a file or an empty answer; TypeScript need not see it.
      return (await body(visit, typedIn(visit, forms))) as TypedResponse<never>;
    } catch (error) {
      if (error instanceof FormRefused)
        return data<FormReply>(replyTo(error, asked), { status: error.status });
      if (!(error instanceof DomainError)) return notLookedAt(error, asked);
      if (error.kind === 'missing') throw refusal(error, asked);
      sayWhen(error, asked);
      return data<FormReply>(replyTo(error, asked), { status: statusOf[error.kind] });
    } finally {
      await dropUpload(args.request);
    }
  };
  return Object.assign(action, { access: write, forms });
}

const busyMs = 5_000;

/** Tells programs too, when it helps to try again. */
function sayWhen({ kind, detail: { until } }: DomainError, { site, loadContext: context }: Asked): void {
  if (kind !== 'limited') return;
  const ms = typeof until === 'string' ? Date.parse(until) - site.now().getTime() : busyMs;
  context.setRetryAfter(Math.max(1, Math.ceil(ms / 1000)));
  context.keepFromOthers();
}

/** Reads what was sent by the schemas that an action declares. */
export function typedIn<F extends Forms>(visit: Visit, forms: F): Typed<F> {
  const read = (name?: string) =>
    readForm(visit, (name === undefined ? forms : forms[name as keyof F]) as z.ZodType);
  return read as Typed<F>;
}

/** What can be mended at once, and where; one comes back from there. */
const doors: Partial<Record<DenyReason, string>> = {
  signInFirst: paths.people.signIn,
  strongSignInNeeded: paths.people.deskSignIn,
  homeAreaNeeded: paths.people.details,
};

/**
 * Sends whoever can mend it at once to where that is done, and back here afterwards; refuses the others. Who sent a form comes
 * back at that form, and is told that nothing was sent.
 */
export function admit(visit: Visit, wanted: Act): void {
  const verdict = mayEver(visit.context.actor, wanted);
  if (verdict.allow) return;
  const back = visit.url.pathname.replace(/\.data$/, '');
  const door = doors[verdict.because];
  const unsent = visit.request.method === 'GET' ? '' : '&nietVerstuurd';
  if (door) throw redirect(withBack(door, back) + unsent, 303);
  throw new DomainError(verdict.because);
}

export type RefusalData = { code: string; text: string };

/** The form again when the database did not answer; any other error goes on. */
async function notLookedAt(error: unknown, asked: Asked) {
  const found = unanswered(error, asked, { form: true });
  if (!found) throw error;
  const { title, lines } = messageOf(found, asked.t);
  const reply = await messageReply([`${title}.`, ...lines].join(' '), asked);
  return data<FormReply>(reply, { status: unansweredStatus });
}

/** The page that says that the database did not answer, if that is what `error` says. */
function outage(error: unknown, asked: Asked) {
  const found = unanswered(error, asked, { form: false });
  if (!found) return undefined;
  const text = found.became ? asked.t(`site.error.${found.became}`) : '';
  return data<RefusalData>({ code: found.fault, text }, { status: unansweredStatus });
}

/** The page that explains a refusal; shown by the error boundary of root. */
function refusal(error: DomainError, asked: Asked) {
  const { t } = asked;
  const text = t(`error.${error.code}`, messageDetail(error, asked));
  return data<RefusalData>({ code: error.code, text }, { status: statusOf[error.kind] });
}
