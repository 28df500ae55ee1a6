import type { Changes } from '@/lib/live-changes';

/** How news comes: by the stream, by asking every few seconds, or not at present. */
export type Link = 'connecting' | 'live' | 'reconnecting' | 'polling' | 'paused' | 'signed out';

/** After so many connects in a row that failed, news is asked for. */
const MOST_FAILURES = 2;
const RETRY_MS = 1_000;
const POLL_MS = 5_000;
/** Whoever asks tries the stream again that often. */
const TRY_AGAIN_MS = 60_000;
/** A stream that is silent for so long is dead: it gives a sign of life every 15 seconds. */
const SILENCE_MS = 40_000;
const FIRST_WORD_MS = 10_000;

type Given = {
  /** Where the stream is; what is asked for is at `/changes` under it. */
  readonly address: string;
  /** Where in the chain of receipts to begin. */
  readonly after: string;
  readonly onChanges: (changes: Changes) => void;
  readonly onLink: (link: Link) => void;
};

/**
 * Follows what moves from a place on until the function it returns is called. A break is resumed from the last place
 * heard of, so that nothing is left out. While the tab is hidden it holds no connection; it catches up on return.
 */
export function follow({ address, after, onChanges, onLink }: Given): () => void {
  let position = after;
  let failures = 0;
  let triedAt = 0;
  /** Not even asking helped, the last time. */
  let isLost = false;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Raised whenever what is under way no longer counts. */
  let turn = 0;

  const rest = () => {
    turn += 1;
    source?.close();
    clearTimeout(timer);
  };
  const later = (next: () => void, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(next, milliseconds);
  };
  const hear = (changes: Changes) => {
    position = changes.position;
    onChanges(changes);
  };
  const stream = () => {
    rest();
    triedAt = performance.now();
    source = new EventSource(`${address}?after=${position}`);
    const alive = () => {
      failures = 0;
      onLink('live');
      later(broken, SILENCE_MS);
    };
    source.addEventListener('beat', alive);
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      alive();
      hear(JSON.parse(data) as Changes);
    });
    source.onerror = broken;
    later(broken, FIRST_WORD_MS);
  };
  const broken = () => {
    rest();
    failures += 1;
    if (failures >= MOST_FAILURES) return void poll();
    onLink('reconnecting');
    later(stream, RETRY_MS);
  };
  const poll = async () => {
    const mine = turn;
    const answer = await ask(address, position);
    if (mine !== turn) return;
    if (answer === 'signed out') return onLink(answer);
    onLink(answer === 'lost' ? 'reconnecting' : 'polling');
    if (answer !== 'lost') hear(answer);
    const isBack = isLost && answer !== 'lost';
    isLost = answer === 'lost';
    if (isBack || performance.now() - triedAt >= TRY_AGAIN_MS) stream();
    else later(() => void poll(), answer !== 'lost' && answer.hasMore ? 0 : POLL_MS);
  };
  const look = () => {
    rest();
    failures = 0;
    if (document.visibilityState === 'hidden') onLink('paused');
    else stream();
  };

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    rest();
  };
}

async function ask(address: string, position: string): Promise<Changes | 'lost' | 'signed out'> {
  try {
    const response = await fetch(`${address}/changes?after=${position}`, { cache: 'no-store' });
    if (response.status === 401) return 'signed out';
    return response.ok ? ((await response.json()) as Changes) : 'lost';
  } catch {
    return 'lost';
  }
}
