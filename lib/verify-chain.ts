import 'server-only';
import { prisma } from '@/lib/db';
import { GENESIS, receiptHash } from '@/lib/events/receipt';
import { type Link, readLinks, readUnsealed } from '@/lib/events/receipt.store';

const BATCH = 2_000;

export type Broken = { readonly position: bigint; readonly seq: bigint; readonly reason: string };
export type ChainReport = {
  readonly checked: number;
  /** The last hash, in hex: kept elsewhere, it proves later that the end was not cut off. */
  readonly head: string;
  /** The first link that does not hold, or `null`. Past it nothing is proven. */
  readonly broken: Broken | null;
  /** The first few deliveries that the chain does not cover though they were read. */
  readonly unsealed: readonly bigint[];
};

/** Walks the chain of receipts from the first to the last, from one snapshot, and names the first row that does not hold. */
export function verifyChain(progress: (checked: number) => void = () => {}): Promise<ChainReport> {
  return prisma().$transaction(
    async (tx) => {
      let hash: Uint8Array = GENESIS;
      let position = 0n;
      const report = (broken: Broken | null, unsealed: readonly bigint[]): ChainReport => ({
        checked: Number(position),
        head: Buffer.from(hash).toString('hex'),
        broken,
        unsealed,
      });
      for (
        let links = await readLinks(tx, position, BATCH);
        links.length > 0;
        links = await readLinks(tx, position, BATCH)
      ) {
        for (const link of links) {
          const flaw = flawOf(link, position, hash);
          if (flaw) return report({ position: link.position, seq: link.seq, reason: flaw }, []);
          position = link.position;
          hash = link.hash;
        }
        progress(Number(position));
      }
      return report(null, await readUnsealed(tx, 10));
    },
    { isolationLevel: 'RepeatableRead', timeout: 24 * 60 * 60 * 1000 },
  );
}

function flawOf(link: Link, previous: bigint, hash: Uint8Array): string | null {
  if (link.position !== previous + 1n) return `Receipt ${previous + 1n} is missing.`;
  if (!link.delivery) return `Delivery ${link.seq} is gone.`;
  if (!Buffer.from(link.hash).equals(receiptHash(hash, link.delivery)))
    return `Delivery ${link.seq} or its receipt was changed.`;
  return null;
}
