import { pino, type Logger, type LoggerOptions } from 'pino';

export type { Logger };

type LoggedError = {
  type: string;
  message: string;
  stack?: string;
  sqlState?: unknown;
  constraint?: unknown;
};

/** A failed query carries what people typed in its message; the log gets the query and the database's code alone. */
function withoutParameters(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no error object' };
  const { code: sqlState, constraint_name: constraint } = (error.cause ?? error) as {
    code?: unknown;
    constraint_name?: unknown;
  };
  const cut = (text: string) => text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/g, '');
  const stack = stackOf(error);
  return { type: error.name, message: cut(error.message), stack: stack && cut(stack), sqlState, constraint };
}

/** Where it happened; nothing where that cannot be told: what was to be logged must not become another error. */
function stackOf(error: Error): string | undefined {
  try {
    return error.stack;
  } catch {
    return undefined;
  }
}

/** The same error for what writes errors down by itself, as the queue does in its log and its own table. */
export function speakable(error: unknown): Error {
  const { message, stack, sqlState } = withoutParameters(error);
  return Object.assign(new Error(`${message}${sqlState ? ` (${String(sqlState)})` : ''}`), { stack });
}

/** Structured logs. What could identify a person or open a session never reaches them. */
export const createLog = (level: string): Logger => pino(logOptions(level));

export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: undefined,
    serializers: { err: withoutParameters },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'email',
        'cookie',
        'password',
        'code',
        'secret',
        'token',
        '*.email',
        '*.cookie',
        '*.password',
        '*.code',
        '*.token',
        'req.headers.cookie',
      ],
      censor: '[weg]',
    },
  };
}
