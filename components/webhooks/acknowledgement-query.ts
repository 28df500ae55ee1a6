import type { AcknowledgementPlace, ListedAcknowledgement } from '@/lib/events/acknowledgement';

const PLACE = /^(\d{9,14})-([0-9a-f]{64})$/;

/** Where in the list of false acknowledgements an address is; what means nothing is named in `ignored`. */
export function readAcknowledgementQuery(search: URLSearchParams): {
  readonly place: AcknowledgementPlace;
  readonly ignored: readonly string[];
} {
  const ignored = [...new Set(search.keys())].filter((name) => name !== 'older' && name !== 'newer');
  for (const direction of ['older', 'newer'] as const) {
    const text = search.get(direction);
    const [, time, id] = PLACE.exec(text ?? '') ?? [];
    if (time && id) return { place: { answeredAt: new Date(Number(time)), id, direction }, ignored };
    if (text) ignored.push(direction);
  }
  return { place: null, ignored };
}

export function acknowledgementsHref(
  { answeredAt, id }: Pick<ListedAcknowledgement, 'answeredAt' | 'id'>,
  direction: 'older' | 'newer',
): string {
  return `/webhooks/acknowledgements?${direction}=${answeredAt.getTime()}-${id}`;
}
