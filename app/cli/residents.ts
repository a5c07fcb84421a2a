import { readFile, writeFile } from 'node:fs/promises';
import { readConfig } from '~/http/config.server';
import { ownSecret } from '~/http/secret.server';
import { vaultOf } from '~/http/seal.server';
import { listFile, ListRefused, residentsIn } from '~/formats/resident-list';
import { translatorFor } from '~/i18n/translator.server';
import { paths } from '~/paths';
import { listDigest, listKey } from '~/usecases/people/parts/residence.server';

const { t } = translatorFor('nl');

/**
 * `npm run residents`: makes the list of a gemeente's residents with the key of this installation, so that no address leaves the
 * machine on which it runs.
 */
export async function residents(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [from, to, ...more] = args;
  if (!from || !to || more.length > 0) {
    console.error(t('residence.resident.usage'));
    return 2;
  }
  const text = await readFile(from, 'utf8').catch(() => undefined);
  if (text === undefined) {
    console.error(t('voting.tally.noFile', { file: from }));
    return 1;
  }
  try {
    const key = listKey(vaultOf(readConfig(env).secret ?? ownSecret()));
    const found = residentsIn(text);
    await writeFile(to, listFile(found.map(({ home, yearOfBirth }) => listDigest(key, home, yearOfBirth))), {
      mode: 0o600,
    });
    console.log(
      t('residence.resident.made', { residents: found.length, file: to, page: paths.people.residentList }),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error;
    const problem = t(`residence.resident.problem.${error.problem}`);
    console.error(
      error.line === null ? problem : t('residence.resident.line', { line: error.line, problem }),
    );
    return 1;
  }
}
