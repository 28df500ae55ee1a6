/** Nothing was promised: the queue is full and the caller must say so. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

type Limits<Item> = {
  /** Items in one commit. */
  readonly maxItems: number;
  /** Sum of `sizeOf` in one commit; a single larger item still goes alone. */
  readonly maxSize: number;
  /** Sum of `sizeOf` waiting; past it `add` refuses. */
  readonly maxWaitingSize: number;
  readonly sizeOf: (item: Item) => number;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Group commit: while one batch is being made durable the next one gathers, so that all items that arrived meanwhile
 * share one statement and one fsync. `add` settles only after the commit that holds its item.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private waitingSize = 0;
  private isCommitting = false;

  constructor(
    /** Makes a batch durable and returns one result per item, in order. */
    private readonly commit: (items: Item[]) => Promise<Result[]>,
    private readonly limits: Limits<Item>,
  ) {}

  /** Sum of `sizeOf` waiting now. */
  get waitingNow(): number {
    return this.waitingSize;
  }

  /** Resolves once the item is durable. Rejects with `QueueFull`, or with the error of its commit. */
  add(item: Item): Promise<Result> {
    const size = this.limits.sizeOf(item);
    if (this.waiting.length > 0 && this.waitingSize + size > this.limits.maxWaitingSize) {
      return Promise.reject(new QueueFull('Too many deliveries are waiting for the database.'));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.waitingSize += size;
      if (!this.isCommitting) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.isCommitting = true;
    while (this.waiting.length > 0) await this.commitBatch(this.take());
    this.isCommitting = false;
  }

  private take(): Waiting<Item, Result>[] {
    let size = 0;
    let count = 0;
    for (const { item } of this.waiting.slice(0, this.limits.maxItems)) {
      size += this.limits.sizeOf(item);
      if (count > 0 && size > this.limits.maxSize) break;
      count++;
    }
    const batch = this.waiting.splice(0, count);
    this.waitingSize -= batch.reduce((sum, { item }) => sum + this.limits.sizeOf(item), 0);
    return batch;
  }

  private async commitBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.commit(batch.map(({ item }) => item));
      if (results.length !== batch.length)
        throw new Error(`A commit of ${batch.length} answered ${results.length} results.`);
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
