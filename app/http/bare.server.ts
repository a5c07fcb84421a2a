import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { type Act } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { fewAtOnce } from '~/domain/few-at-once';
import { statusOf, unanswered, unansweredStatus, messageOf } from './errors.server';
import { messageDetail, FormRefused } from './form.server';
import { plainAnswer } from './plain-answer.server';
import { admit, type Forms, type Typed, typedIn } from './route.server';
import { ask, type Asked, enter, type Visit } from './visit.server';

/** The loader of an address without a page of its own: a file, or a step on the way. What is refused is told in words. */
export function file(read: Act, body: (visit: Visit) => Promise<Response>) {
  const loader = (args: LoaderFunctionArgs) => answer(args, read, body);
  return Object.assign(loader, { access: read });
}

/**
 * Makes a file that grows with all that was ever booked or voted, and so takes much memory meanwhile: one at a time, and a
 * line of twenty before it says that it is busy.
 */
export const inTurn = fewAtOnce(1, 20);

/** The loader of such a file. */
export const bigFile = (read: Act, body: (visit: Visit) => Promise<Response>) =>
  file(read, (visit) => inTurn(() => body(visit)));

/** The action of an address without a page of its own. */
export function step<F extends Forms>(
  write: Act,
  forms: F,
  body: (visit: Visit, typed: Typed<F>) => Promise<Response>,
) {
  const action = (args: ActionFunctionArgs) =>
    answer(args, write, (visit) => body(visit, typedIn(visit, forms)));
  return Object.assign(action, { access: write, forms });
}

async function answer(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  wanted: Act,
  body: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const asked = await ask(args);
  try {
    const visit = await enter(asked);
    admit(visit, wanted);
    return await body(visit);
  } catch (error) {
    return errorResponse(error, asked);
  }
}

function errorResponse(error: unknown, asked: Asked): Response {
  const { t, request } = asked;
  if (error instanceof FormRefused) return errorResponse(new DomainError('formInvalid'), asked);
  if (error instanceof DomainError) {
    const title = t(error.kind === 'missing' ? 'site.error.missing.title' : 'site.error.refused.title');
    const text = t(`error.${error.code}`, messageDetail(error, asked));
    return plainAnswer(asked, { status: statusOf[error.kind], code: error.code, title, lines: [text] });
  }
  const found = unanswered(error, asked, { form: request.method !== 'GET' });
  if (!found) throw error;
  return plainAnswer(asked, { status: unansweredStatus, code: found.fault, ...messageOf(found, t) });
}
