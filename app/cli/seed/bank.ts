import { statementLines, statementsOfFile } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { otherSources, strays, yearlySources } from '#db/seed/funds';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { add, sum, zero } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { ibanOf } from './iban';
import { inCents } from './money';
import { as, type Bank, dayFrom, type Scene, type Stage } from './stage';
import { type Movement, statementFile } from './statement-file';

/** The account as the story begins: what sources will send in these years is known, the rest follows. */
export function openBank(iban: string, years: readonly number[]): Bank {
  return { iban, movements: years.flatMap(arrivalsIn), balance: zero, statements: 0 };
}

function arrivalsIn(year: number): Movement[] {
  return [...yearlySources, ...otherSources].flatMap(({ code, funder, arrives }) =>
    arrives.map(([day, euros]) => ({
      at: new Date(`${year}-${day}T09:00:00Z`),
      cents: inCents(euros),
      name: funder,
      iban: ibanFrom(funder),
      text: `Bijdrage wijkbudget ${code}-${year}`,
    })),
  );
}

/** Who sends money has an account far from those of initiatives. */
function ibanFrom(sender: string): string {
  const funders = [...yearlySources, ...otherSources].map(({ funder }) => funder);
  const senders = [...new Set([...funders, ...strays.map(({ from }) => from)])];
  return ibanOf(2_000_000 + senders.indexOf(sender));
}

/** The controller reads in a statement every two months since the year `first`, and one of the last days. */
export function statementScenes(stage: Stage, first: number): Scene[] {
  const last = dayFrom(stage, -1);
  const straying = strays.map(({ day, euros, from, text }) => {
    return { at: dayFrom(stage, day), cents: inCents(euros), name: from, iban: ibanFrom(from), text };
  });
  stage.bank.movements.push(...straying);
  const moments = [last];
  for (let month = 1; new Date(Date.UTC(first, month, 2, 8)) < last; month += 2) {
    moments.push(new Date(Date.UTC(first, month, 2, 8)));
  }
  return moments.map((at) => ({ at, play: () => readIn(stage, at) }));
}

async function readIn(stage: Stage, at: Date): Promise<void> {
  const { bank } = stage;
  const lines = bank.movements.filter((movement) => movement.at < at);
  if (lines.length === 0) return;
  lines.sort((a, b) => a.at.getTime() - b.at.getTime());
  bank.movements = bank.movements.filter((movement) => movement.at >= at);
  bank.statements += 1;
  const opening = bank.balance;
  bank.balance = add(opening, sum(lines.map(({ cents }) => cents)));
  const id = `${yearOf(calendarDateIn(at))}-${String(bank.statements).padStart(3, '0')}`;
  const text = statementFile({ id, at, iban: bank.iban, opening, closing: bank.balance, lines });
  const context = await as(stage, 'wietske', at);
  const taskId = await askStatement(context, new TextEncoder().encode(text));
  await runMoneyTasks(context);
  const task = await taskById(context.db, taskId);
  if (task?.refusal) throw new Error(`statement ${id} was refused: ${task.refusal} ${task.detail ?? ''}`);
  if (task?.fileId) await explain(context, task.fileId);
}

/** The controller says what a line is that the books do not know, where the story tells. */
async function explain(context: Context, fileId: string): Promise<void> {
  for (const { id } of await statementsOfFile(context.db, fileId)) {
    const { rows } = await statementLines(context.db, id, { openOnly: true, page: 1 });
    for (const line of rows) {
      const known = strays.find(({ text }) => text === line.text)?.is;
      if (known) await matchLine(context, { lineId: line.id, ...known });
    }
  }
}
