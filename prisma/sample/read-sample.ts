import type { SampleDelivery } from './post';

/** What the tests of the sample read in it. */

/** Any JSON, read loosely: the test asks for members the payloads are meant to have. */
// biome-ignore lint/suspicious/noExplicitAny: a failed expectation says more here than a chain of narrowings.
export type Loose = Record<string, any>;
export type Read = SampleDelivery & { readonly json: Loose };

/** Deliveries with their bodies parsed. */
export const read = (deliveries: readonly SampleDelivery[]): Read[] =>
  deliveries.map((delivery) => ({ ...delivery, json: JSON.parse(delivery.body) }));
export const of = (all: readonly Read[], provider: string) => all.filter((delivery) => delivery.provider === provider);
/** The object of a Juno payload that is named after its type. */
export const detailOf = ({ json }: Read): Loose => json.payload[json.payload.type.toLowerCase()];

/** What the provider reports on and in which of its words, e.g. `ISSUANCE COMPLETE`. */
export function wordsOf({ provider, json }: Read): string {
  if (provider === 'juno') return `${json.payload.type} ${json.payload.status}`;
  if (provider === 'ripio') return json.event_type;
  return `${json.subscription} ${json.data.status ?? ''}`.trim();
}

/** The transaction a report is about; a repost is about its operation. */
export function transactionOf({ provider, json }: Read): string {
  if (provider === 'juno') return `juno:${json.payload.type}:${json.payload.id}`;
  if (provider === 'ripio') return `ripio:${json.payload.id}`;
  return `brla:${json.data.id ?? json.id}`;
}

/** Deliveries of each transaction in the order they came. */
export function byTransaction(deliveries: readonly Read[]): Map<string, Read[]> {
  const groups = new Map<string, Read[]>();
  for (const delivery of deliveries) {
    const id = transactionOf(delivery);
    groups.set(id, [...(groups.get(id) ?? []), delivery]);
  }
  return groups;
}

export function occurredAt({ provider, json }: Read): number {
  return provider === 'brla' ? json.createdAt : Date.parse(json.payload.updated_at ?? json.issue_datetime);
}
