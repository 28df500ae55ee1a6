import type { KeyObject } from 'node:crypto';
import type { Said } from '@/lib/language/said';
import { ToldFailure } from './failure';

/** A key that signs a provider's deliveries; `id` is the provider's name for it, where it has several. */
export type SigningKey = { readonly id: string | null; readonly key: KeyObject };

export type LookUp =
  | { readonly outcome: 'keys'; readonly keys: readonly SigningKey[] }
  /** The key endpoint does not answer and no key that would do is at hand: nothing can be said about a signature. */
  | { readonly outcome: 'unavailable'; readonly reason: string };

/** How a ring stands, as far as this process has asked. */
export type KeyRingState = {
  /** Configured by the operator; nothing is ever fetched. */
  readonly isFixed: boolean;
  readonly ids: readonly (string | null)[];
  /** Since the keys were last fetched; `null` when they never were. */
  readonly ageMs: number | null;
  /** Why the latest fetch failed, and since when they do; text where it failed in a way that nobody expected. */
  readonly failure: Said | string | null;
  readonly failingMs: number | null;
};

/** How long fetched keys are used before they are fetched again. */
export const KEYS_LIVE_MS = 60 * 60 * 1000;
/** Shortest time between two fetches: anybody can send a signature that does not match. */
export const COOLDOWN_MS = 30 * 1000;

/**
 * The keys of one signer: fixed by configuration, or fetched from where the signer publishes them and kept for an hour.
 * The clock counts milliseconds and need not tell the time of day; one that is set back makes keys old, not eternal.
 */
export class KeyRing {
  private keys: readonly SigningKey[] = [];
  private fetchedAt: number | null = null;
  private attemptedAt: number | null = null;
  /** Why the latest fetch failed; `null` when it did not. */
  private failure: Error | null = null;
  /** When the first of the fetches failed that have failed since one last did not. */
  private failingSince: number | null = null;
  private pending: Promise<void> | null = null;

  private constructor(
    private readonly fetchKeys: (() => Promise<readonly SigningKey[]>) | null,
    private readonly clock: () => number,
  ) {}

  /** Keys that the operator configured. Nothing is ever fetched. */
  static fixed(keys: readonly SigningKey[]): KeyRing {
    const ring = new KeyRing(null, () => 0);
    ring.keys = keys;
    return ring;
  }

  /** Keys that `fetchKeys` brings; it rejects when there are none. */
  static fetched(fetchKeys: () => Promise<readonly SigningKey[]>, clock: () => number): KeyRing {
    return new KeyRing(fetchKeys, clock);
  }

  /** The keys at hand with that id, all of them where a delivery names none. Empty when there are none, or too old. */
  known(id: string | null): readonly SigningKey[] {
    return this.fetchKeys === null || this.isWithin(this.fetchedAt, KEYS_LIVE_MS) ? this.matching(id) : [];
  }

  /**
   * The keys with that id after another look at the endpoint, for when the keys at hand did not do. The endpoint is
   * asked at most once in a cooldown, by one fetch for all who wait. While it is down, old keys are used.
   */
  async lookUp(id: string | null): Promise<LookUp> {
    await this.refresh();
    const keys = this.matching(id);
    if (keys.length === 0 && this.failure !== null) return { outcome: 'unavailable', reason: this.failure.message };
    return { outcome: 'keys', keys };
  }

  /** For the page that shows how a source is set up. */
  state(): KeyRingState {
    const since = (at: number | null) => (at === null ? null : this.clock() - at);
    return {
      isFixed: this.fetchKeys === null,
      ids: this.keys.map(({ id }) => id),
      ageMs: since(this.fetchedAt),
      failure: this.failure instanceof ToldFailure ? this.failure.said : (this.failure?.message ?? null),
      failingMs: since(this.failingSince),
    };
  }

  private matching(wanted: string | null): readonly SigningKey[] {
    return wanted === null ? this.keys : this.keys.filter(({ id }) => id === null || id === wanted);
  }

  private async refresh(): Promise<void> {
    if (this.pending === null && this.fetchKeys !== null && !this.isWithin(this.attemptedAt, COOLDOWN_MS)) {
      this.attemptedAt = this.clock();
      this.pending = this.fetchOnce(this.fetchKeys).finally(() => {
        this.pending = null;
      });
    }
    await this.pending;
  }

  private async fetchOnce(fetchKeys: () => Promise<readonly SigningKey[]>): Promise<void> {
    try {
      this.keys = await fetchKeys();
      this.fetchedAt = this.clock();
      this.failure = null;
      this.failingSince = null;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error('The keys could not be fetched.');
      this.failingSince ??= this.attemptedAt;
    }
  }

  private isWithin(since: number | null, milliseconds: number): boolean {
    if (since === null) return false;
    const age = this.clock() - since;
    return age >= 0 && age < milliseconds;
  }
}
