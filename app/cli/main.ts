import { UnusableBackup } from '#db/backup/manifest';
import { faultOf } from '#db/fault';
import { UnfitDatabase } from '#db/unfit';
import { backup } from './backup';
import { bench } from './bench';
import { checks } from './checks';
import { importCommand } from './import';
import { invite } from './invite';
import { recountCommand } from './recount';
import { residents } from './residents';
import { restore } from './restore';
import { tallyCommand } from './tally';

type Command = (args: string[], env: NodeJS.ProcessEnv) => Promise<number>;

/** Every command of package.json that works on the database; a command answers its exit code. */
const commands: Record<string, Command> = {
  backup,
  bench,
  checks,
  import: importCommand,
  invite,
  recount: recountCommand,
  residents,
  restore,
  tally: tallyCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Onbekend commando "${name}". Kies uit: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.exit(await command(args, process.env).catch(reportError));

/** What whoever gives a command can mend is said in words; anything else is a fault of ours, with its trace. */
function reportError(error: unknown): number {
  if (error instanceof UnfitDatabase || error instanceof UnusableBackup) console.error(error.message);
  else if (error instanceof Error && faultOf(error) === 'away')
    console.error(`The database does not answer (${error.message}). Start it, or correct DATABASE_URL.`);
  else throw error;
  return 1;
}
