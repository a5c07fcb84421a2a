import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

const CHANNEL = 'public_facts';
const AGAIN_MS = 1_000;

/**
 * Counts the committed writes to what everybody may see that this process knows of: its own from the moment they are
 * committed, those of others as the database tells of them. What was made under a version holds while that is still the
 * version. There is none while the database cannot be heard, since nobody knows then what changed.
 */
export class PublicVersion {
  /** What this process calls itself to the database, so that it does not count its own writes twice. */
  readonly process = randomUUID();
  #count = 0;
  #heard = false;
  #ended = false;
  #line: postgres.Sql | undefined;
  #again: NodeJS.Timeout | undefined;

  /** The version of now; null while it cannot be known. */
  get current(): number | null {
    return this.#heard ? this.#count : null;
  }

  /** A write was committed, or may have been. */
  raise(): void {
    this.#count++;
  }

  /** Listens to the writes of others; begins anew when the connection goes, and then takes it that all has changed. */
  async listen(url: string): Promise<void> {
    const options = {
      max: 1,
      connect_timeout: 5,
      max_lifetime: null,
      fetch_types: false,
      onnotice: () => {},
      connection: { application_name: 'wijkkas-listener' },
      onnotify: (_channel: string, from: string) => {
        if (from !== this.process) this.raise();
      },
      onclose: () => this.#lose(line, url),
    };
    const line: postgres.Sql = postgres(url, options);
    this.#line = line;
    try {
      await line.unsafe(`listen ${CHANNEL}`);
      this.raise();
      this.#heard = true;
    } catch {
      this.#lose(line, url);
    }
  }

  /** Waits until this process knows of every write that was committed before it was called, whoever made it. */
  async catchUp(): Promise<void> {
    // The database tells what it has to tell before it answers.
    await this.#line?.unsafe('select 1');
  }

  async close(): Promise<void> {
    this.#ended = true;
    this.#heard = false;
    clearTimeout(this.#again);
    await this.#line?.end({ timeout: 1 });
  }

  #lose(line: postgres.Sql, url: string): void {
    if (line !== this.#line) return;
    this.#heard = false;
    this.#line = undefined;
    if (this.#ended) return;
    void line.end({ timeout: 0 });
    this.#again = setTimeout(() => void this.listen(url), AGAIN_MS).unref();
  }
}
