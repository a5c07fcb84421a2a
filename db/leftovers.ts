import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes away what a killed server leaves behind in its data folder: children that finish their work and keep the next
 * server from starting meanwhile, and a pid file whose number belongs to somebody else by now. Only Linux tells where a
 * process works; elsewhere the next server waits for them.
 */
export function clearLeftovers(data: string): void {
  if (process.platform !== 'linux') return;
  const here = workingIn(realpathSync(data));
  for (const pid of here) {
    if (isChild(pid) && !here.has(parentOf(pid))) signal(pid, 'SIGKILL');
  }
  const file = join(data, 'postmaster.pid');
  const named = Number(read(file).split('\n')[0]);
  if (named > 0 && signal(named, 0) && !here.has(named)) rmSync(file, { force: true });
}

function workingIn(folder: string): Set<number> {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return new Set(pids.filter((pid) => folderOf(pid) === folder));
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** A server names its children "postgres: …"; itself it keeps the name of its program. */
const isChild = (pid: number) => read(`/proc/${pid}/cmdline`).startsWith('postgres: ');

/** The name of a program stands in brackets and may hold anything; its state and its parent follow. */
const parentOf = (pid: number) => Number(/.*\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Whether there was such a process. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
