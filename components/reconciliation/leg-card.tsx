import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useReader } from '@/components/language/reader';
import { Day } from '@/components/statements/day';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { IdentifierValue } from '@/components/transactions/identifier-value';
import { Instant } from '@/components/transactions/instant';
import { MoneyText } from '@/components/transactions/money-text';
import { transactionHref } from '@/components/transactions/transaction-href';
import { SectionCard } from '@/components/ui/card';
import { explorerUrl } from '@/lib/identifiers/chain';
import { classify } from '@/lib/identifiers/classify';
import { factsOf } from '@/lib/identifiers/spoken';
import { KIND_LABELS, PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import type { Beside } from '@/lib/reconciliation/beside';
import { LEG_EXPECTATIONS, type LegId, type LegIdKind, RAILS } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';
import { FOUND_KINDS } from '@/lib/statements/found-ids';
import type { TimeZone } from '@/lib/time-zones';
import { Direction } from './direction';
import { Inferred, SeenAtCell } from './leg-id-cells';
import { PART_WORDS } from './rail-words';

type Props = {
  readonly leg: LegRow;
  readonly beside: Beside;
  /** Numbers of the deliveries that told it. */
  readonly deliveries?: readonly string[];
  readonly zone: TimeZone;
};

/** What the provider says of one movement: its money, its ids, and where that was told. */
export function LegCard({ leg, beside, deliveries = [], zone }: Props) {
  return (
    <SectionCard
      title="What the provider says"
      description={`${RAILS[leg.rail]} · ${LEG_EXPECTATIONS[leg.expectation]}`}
    >
      <FactList>
        <Fact label="Payment">
          <Link
            href={transactionHref(leg.transactionId)}
            className="inline-flex items-center gap-1 rounded-sm underline decoration-line-strong underline-offset-3"
          >
            {PROVIDER_FULL_NAMES[leg.provider]} · {KIND_LABELS[leg.kind]}
            <ExternalLink aria-hidden className="size-3.5 text-ink-3" />
          </Link>
        </Fact>
        {deliveries.length > 0 && (
          <Fact label="Told by">
            {deliveries.map((seq) => (
              <Link
                key={seq}
                href={`/webhooks/${seq}`}
                prefetch={false}
                className="mr-3 inline-block rounded-sm underline decoration-line-strong underline-offset-3"
              >
                delivery {seq}
              </Link>
            ))}
          </Fact>
        )}
        <Fact label="Direction">
          <Direction direction={leg.direction} />
        </Fact>
        <Fact label="As the bank shows it">
          <MoneyText money={leg.money} className="font-medium" />
          {leg.parts.length > 1 &&
            leg.parts.map(({ label, amount }) => (
              <span key={label} className="block text-xs text-ink-2">
                {PART_WORDS[label]} {amount}
              </span>
            ))}
        </Fact>
        <Fact label="Occurred">
          <Instant at={leg.occurredAt} zone={zone} />
          <span className="block text-xs text-ink-2">
            <Day day={leg.localDay} /> on the rail’s own clock
          </span>
        </Fact>
        <Fact label="Counterparty">{leg.counterparty.name}</Fact>
        <Fact label="Network">{leg.network}</Fact>
        {beside.seenAt.length > 0 && (
          <Fact label="Elsewhere">
            <SeenAtCell seenAt={beside.seenAt} />
          </Fact>
        )}
      </FactList>
      {leg.ids.length > 0 && (
        <dl aria-label="Ids" className="mt-3 divide-y divide-line border-t border-line">
          {leg.ids.map((id) => (
            <LegIdFact key={`${id.kind} ${id.key}`} id={id} leg={leg} />
          ))}
        </dl>
      )}
      {leg.rail === 'pix' && leg.direction === 'in' && !leg.ids.some(({ kind }) => kind === 'e2e') && <Inferred />}
    </SectionCard>
  );
}

/** What an id may be read as. */
const READ_AS: Readonly<Partial<Record<LegIdKind, readonly string[]>>> = {
  e2e: ['pix_e2e', 'pix_return'],
  clave_rastreo: ['clave_rastreo'],
  clabe: ['clabe'],
  cbu: ['cvu', 'cbu'],
  tax_id: ['cuit', 'cnpj', 'cpf'],
};

function LegIdFact({ id, leg }: { readonly id: LegId; readonly leg: LegRow }) {
  const label = FOUND_KINDS[id.kind];
  const reading = classify(id.value).find(({ kind }) => READ_AS[id.kind]?.includes(kind));
  const reader = useReader();
  const facts = reading ? factsOf(reading, reader) : [];
  const explorer =
    id.kind === 'tx_hash' && leg.network ? explorerUrl('tx', leg.network, id.value, leg.environment) : null;
  return (
    <div className="py-2">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd>
        <IdentifierValue value={id.value} label={label} explorer={explorer} />
        {facts.length > 0 && <p className="text-xs text-ink-2">{facts.map(({ text }) => text).join(' · ')}</p>}
      </dd>
    </div>
  );
}
