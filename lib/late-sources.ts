import 'server-only';
import type { Provider } from '@/lib/providers/catalogue';
import { isUnusuallySilent, usualWithin } from './rhythm';
import { readLastReceived, readRhythms } from './source-report.store';

/** A source that should have sent something by now. */
export type LateSource = {
  readonly provider: Provider;
  readonly silentMs: number;
  /** How many deliveries usually come in such a time. */
  readonly usual: number;
};

/** A silence shorter than this is none: habits are counted by the hour. */
const QUIET_MS = 15 * 60_000;
/** A source that has sent nothing for longer is no longer one. */
const GONE_DAYS = 7;

/** Sources that are quiet for longer than their habit explains. Habits are only read when one is quiet at all. */
export async function lateSources(now: Date): Promise<LateSource[]> {
  const last = await readLastReceived(now, GONE_DAYS);
  const quiet = [...last].filter(([, at]) => +now - +at > QUIET_MS);
  if (quiet.length === 0) return [];
  const rhythms = await readRhythms(now);
  return quiet.flatMap(([provider, at]) => {
    const silentMs = +now - +at;
    const usual = usualWithin(rhythms[provider], silentMs);
    return usual !== null && isUnusuallySilent(rhythms[provider], silentMs) ? [{ provider, silentMs, usual }] : [];
  });
}
