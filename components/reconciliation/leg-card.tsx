import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Day } from '@/components/statements/day';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { IdentifierValue } from '@/components/transactions/identifier-value';
import { Instant } from '@/components/transactions/instant';
import { MoneyText } from '@/components/transactions/money-text';
import { transactionHref } from '@/components/transactions/transaction-href';
import { SectionCard } from '@/components/ui/card';
import { formatMoney } from '@/lib/format';
import { explorerUrl } from '@/lib/identifiers/chain';
import { classify } from '@/lib/identifiers/classify';
import { factsOf } from '@/lib/identifiers/spoken';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import type { Beside } from '@/lib/reconciliation/beside';
import type { LegId, LegIdKind } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { Direction } from './direction';
import { Inferred, SeenAtCell } from './leg-id-cells';
import { partWords } from './rail-words';

type Props = {
  readonly leg: LegRow;
  readonly beside: Beside;
  /** Numbers of the deliveries that told it. */
  readonly deliveries?: readonly string[];
  readonly zone: TimeZone;
};

/** What the provider says of one movement: its money, its ids, and where that was told. */
export function LegCard({ leg, beside, deliveries = [], zone }: Props) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const legs = useTranslations('legs');
  return (
    <SectionCard
      title={t('leg.provider')}
      description={`${words(`rail.${leg.rail}`)} · ${legs(`expectation.${leg.expectation}`)}`}
    >
      <FactList>
        <Fact label={t('leg.payment')}>
          <Link
            href={transactionHref(leg.transactionId)}
            className="inline-flex items-center gap-1 rounded-sm underline decoration-line-strong underline-offset-3"
          >
            {PROVIDER_FULL_NAMES[leg.provider]} · {words(`kind.${leg.kind}`)}
            <ExternalLink aria-hidden className="size-3.5 text-ink-3" />
          </Link>
        </Fact>
        {deliveries.length > 0 && (
          <Fact label={t('leg.toldBy')}>
            {deliveries.map((seq) => (
              <Link
                key={seq}
                href={`/webhooks/${seq}`}
                prefetch={false}
                className="mr-3 inline-block rounded-sm underline decoration-line-strong underline-offset-3"
              >
                {t('leg.delivery', { seq })}
              </Link>
            ))}
          </Fact>
        )}
        <Fact label={t('leg.direction')}>
          <Direction direction={leg.direction} />
        </Fact>
        <Fact label={t('leg.shown')}>
          <MoneyText money={leg.money} className="font-medium" />
          {leg.parts.length > 1 && <Parts parts={leg.parts} />}
        </Fact>
        <Fact label={t('leg.occurred')}>
          <Instant at={leg.occurredAt} zone={zone} />
          <span className="block text-xs text-ink-2">
            {t.rich('leg.ownClock', { day: () => <Day day={leg.localDay} /> })}
          </span>
        </Fact>
        <Fact label={t('leg.counterparty')}>{leg.counterparty.name}</Fact>
        <Fact label={t('leg.network')}>{leg.network}</Fact>
        {beside.seenAt.length > 0 && (
          <Fact label={t('leg.elsewhere')}>
            <SeenAtCell seenAt={beside.seenAt} />
          </Fact>
        )}
      </FactList>
      {leg.ids.length > 0 && (
        <dl aria-label={t('leg.ids')} className="mt-3 divide-y divide-line border-t border-line">
          {leg.ids.map((id) => (
            <LegIdFact key={`${id.kind} ${id.key}`} id={id} leg={leg} />
          ))}
        </dl>
      )}
      {leg.rail === 'pix' && leg.direction === 'in' && !leg.ids.some(({ kind }) => kind === 'e2e') && <Inferred />}
    </SectionCard>
  );
}

function Parts({ parts }: Pick<LegRow, 'parts'>) {
  const reader = useReader();
  return parts.map(({ label, amount }) => (
    <span key={label} className="block text-xs text-ink-2">
      {partWords(label, reader)} {formatMoney(amount, null, reader.region).text}
    </span>
  ));
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
  const legs = useTranslations('legs');
  const label = legs(`found.${id.kind}`);
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
