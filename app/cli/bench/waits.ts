import postgres from 'postgres';

/** Where the sessions of a crowd spent their time, as parts of one. */
export type Waits = {
  /** The database works. */
  database: number;
  /** The database waits for the next statement of a transaction: the program, and the way between them. */
  program: number;
  /** Waiting for who holds a lock: a pool, or a row that several pools share. */
  lock: number;
  /** Waiting until the commit is on disk. */
  commit: number;
};

const kinds = ['database', 'program', 'lock', 'commit'] as const;
const every = 25;

/** Looks every 25 ms what the sessions of the program do while `during` works, and adds it all up. */
export function watch(url: string): {
  during: <T>(work: () => Promise<T>) => Promise<T>;
  end: () => Promise<Waits>;
} {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const seen: Waits = { database: 0, program: 0, lock: 0, commit: 0 };
  const add = (row: Waits) => {
    for (const what of kinds) seen[what] += row[what];
  };
  return {
    during: async (work) => {
      const looking = setInterval(() => void look(sql).then(add), every);
      return work().finally(() => clearInterval(looking));
    },
    end: async () => {
      await sql.end();
      return shares(seen);
    },
  };
}

async function look(sql: postgres.Sql): Promise<Waits> {
  const [row] = await sql<Waits[]>`
    select count(*) filter (where working and not waiting and not flushing)::int as database,
      count(*) filter (where state = 'idle in transaction')::int as program,
      count(*) filter (where working and waiting)::int as lock,
      count(*) filter (where working and flushing)::int as commit
    from (select state, state = 'active' as working, wait_event_type is not distinct from 'Lock' as waiting,
        coalesce(wait_event ~ '^WAL', false) as flushing
      from pg_stat_activity
      where datname = current_database() and application_name = 'wijkkas') session`;
  if (!row) throw new Error('no answer');
  return row;
}

function shares(seen: Waits): Waits {
  const all = Math.max(
    1,
    kinds.reduce((sum, what) => sum + seen[what], 0),
  );
  const share = (samples: number) => Math.round((samples / all) * 100) / 100;
  const { database, program, lock, commit } = seen;
  return { database: share(database), program: share(program), lock: share(lock), commit: share(commit) };
}
