/** A statement as the query builder handles one: sent when it is awaited, its rows as records, or as arrays. */
export class Statement implements PromiseLike<unknown> {
  constructor(private readonly send: (asArrays: boolean) => Promise<unknown>) {}

  then<Kept, Failed>(
    kept?: ((rows: unknown) => Kept | PromiseLike<Kept>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Kept | Failed> {
    return this.send(false).then(kept, failed) as Promise<Kept | Failed>;
  }

  values(): Promise<unknown> {
    return this.send(true);
  }
}
