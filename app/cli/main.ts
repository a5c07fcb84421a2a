import { UnfitDatabase } from '#db/fit';
import { bench } from './bench';
import { checks } from './checks';
import { importCommand } from './import';
import { invite } from './invite';
import { recountCommand } from './recount';
import { tallyCommand } from './tally';

type Command = (args: string[], env: NodeJS.ProcessEnv) => Promise<number>;

/** Every command of package.json that works on the database; a command answers its exit code. */
const commands: Record<string, Command> = {
  bench,
  checks,
  import: importCommand,
  invite,
  recount: recountCommand,
  tally: tallyCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Onbekend commando "${name}". Kies uit: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.exit(await command(args, process.env).catch(inWords));

/** A database that a command cannot work with is said in words; anything else is a fault of ours, with its trace. */
function inWords(error: unknown): number {
  if (!(error instanceof UnfitDatabase)) throw error;
  console.error(error.message);
  return 1;
}
