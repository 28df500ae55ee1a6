import {
  ACKNOWLEDGEMENT_STATES,
  type AcknowledgementPlace,
  type AcknowledgementState,
  type ListedAcknowledgement,
} from '@/lib/events/acknowledgement';

const PLACE = /^(\d{9,14})-([0-9a-f]{64})$/;
const KNOWN = ['state', 'older', 'newer'];

/** What the address of the list of false acknowledgements says; what means nothing is named in `ignored`. */
export type AcknowledgementQuery = {
  readonly state: AcknowledgementState;
  readonly place: AcknowledgementPlace;
  readonly ignored: readonly string[];
};

/** Reads the address. Never throws. */
export function readAcknowledgementQuery(search: URLSearchParams): AcknowledgementQuery {
  const ignored = [...new Set(search.keys())].filter((name) => !KNOWN.includes(name));
  const asked = search.get('state');
  const state = ACKNOWLEDGEMENT_STATES.find((one) => one === asked);
  if (asked && !state) ignored.push('state');
  let place: AcknowledgementPlace = null;
  for (const direction of ['older', 'newer'] as const) {
    const text = search.get(direction);
    const [, time, id] = PLACE.exec(text ?? '') ?? [];
    if (time && id) place ??= { answeredAt: new Date(Number(time)), id, direction };
    else if (text) ignored.push(direction);
  }
  return { state: state ?? 'open', place, ignored };
}

/** The address that reads back as the same; what is default is left out. */
export function acknowledgementsHref(
  state: AcknowledgementState,
  row: Pick<ListedAcknowledgement, 'answeredAt' | 'id'> | null = null,
  direction: 'older' | 'newer' = 'older',
): string {
  const search = new URLSearchParams();
  if (state !== 'open') search.set('state', state);
  if (row) search.set(direction, `${row.answeredAt.getTime()}-${row.id}`);
  return search.size > 0 ? `/webhooks/acknowledgements?${search}` : '/webhooks/acknowledgements';
}
