import { parseArgs } from 'node:util';
import { DomainError } from '~/domain/errors';
import { translatorFor } from '~/i18n/translator.server';
import { withdrawRound } from '~/usecases/voting/withdraw-round.server';
import { Refusal } from './files';
import { type Import } from './import-work';

const { t } = translatorFor('nl');

/** `--withdraw ROUND --reason TEXT`, of which the first word is read; undefined when asked wrongly. */
export function withdrawal(args: string[]): Import | undefined {
  const wanted = read(args);
  if (!wanted) return undefined;
  const { number } = wanted;
  return async (context) => {
    try {
      await withdrawRound(context, wanted);
      return t('voting.import.withdrawn', { number });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new Refusal(`${sayRefusal(error, number)}\n${t('area.import.nothing')}`);
    }
  };
}

function read(args: string[]): { number: number; reason: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { reason: { type: 'string' } },
      allowPositionals: true,
    });
    const [number = '', ...more] = positionals;
    if (!/^[1-9]\d{0,8}$/.test(number) || values.reason === undefined || more.length > 0) return undefined;
    return { number: Number(number), reason: values.reason };
  } catch {
    return undefined;
  }
}

function sayRefusal({ code }: DomainError, number: number): string {
  if (code === 'notFound') return t('voting.import.noRound', { number });
  return code === 'alreadyDone'
    ? t('voting.import.withdrawnBefore', { number })
    : t('voting.import.noReason');
}
