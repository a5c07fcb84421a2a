import { randomUUID } from 'node:crypto';
import { visitor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { translatorFor } from '~/i18n/translator.server';
import { openDatabase } from './database';
import { pbImport } from './import-pb';
import { postcodesImport } from './import-postcodes';
import { withdrawal } from './import-withdrawal';
import { wijkenImport } from './import-wijken';
import { type Import } from './import-work';
import { Refusal } from './files';

const { t } = translatorFor('nl');

const kinds = new Map<string, (args: string[]) => Import | undefined | Promise<Import | undefined>>([
  ['wijken', wijkenImport],
  ['postcodes', postcodesImport],
  ['pb', pbImport],
  ['--withdraw', withdrawal],
]);

/**
 * `import wijken FILE.geojson [--jaar 2024]`, `import postcodes FILE.csv|FILE.zip [--year 2024]` and `import pb
 * FILE.pb|FILE.pb.gz --area CODE [--accept-notices]`: all or nothing, and the same again changes nothing. `import --withdraw
 * ROUND --reason TEXT` takes a round back. Answers the exit code; 2 when asked wrongly, 1 when refused.
 */
export async function importCommand(
  [kind = '', ...args]: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  try {
    const work = await kinds.get(kind)?.(args);
    if (!work) {
      console.error(
        [t('area.import.usage'), t('postcode.import.usage'), t('voting.import.usage')].join('\n'),
      );
      return 2;
    }
    const { db, close } = await openDatabase(env);
    try {
      const now = new Date();
      console.log(await work({ db, actor: visitor, now, today: calendarDateIn(now), newId: randomUUID }));
      return 0;
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 1;
  }
}
