import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { SectionCard } from '@/components/ui/card';
import { personalKind } from '@/lib/access/masking';
import type { Reading } from '@/lib/identifiers/classify';
import { factsOf } from '@/lib/identifiers/spoken';
import type { Environment } from '@/lib/providers/catalogue';
import type { Transaction } from '@/lib/transactions/transaction';
import { explorerPage, readingOf } from './identifier-shape';
import { IdentifierValue } from './identifier-value';
import { MaskedIdentifier } from './masked-identifier';

type Props = { readonly transaction: Transaction; readonly environment: Environment };

/** Every value under which this payment is known anywhere. */
export function IdentifierCard({ transaction, environment }: Props) {
  const t = useTranslations('payment.identifiers');
  const words = useTranslations('words');
  const { identifiers, network } = transaction;
  return (
    <SectionCard title={t('title')} bodyClassName="py-1">
      <dl className="divide-y divide-line">
        {identifiers.map((identifier, at) => {
          const label = words(`identifier.${identifier.kind}`);
          const chain = identifier.network ?? network;
          const explorer = explorerPage(identifier.kind, identifier.value, chain, environment);
          const reading = readingOf(identifier.kind, identifier.value);
          return (
            <div key={`${identifier.kind} ${identifier.value}`} className="py-2">
              <dt className="text-xs text-ink-2">
                {label}
                {identifier.network && <span className="text-ink-3"> · {identifier.network}</span>}
              </dt>
              <dd>
                {personalKind(identifier.kind) ? (
                  <MaskedIdentifier
                    value={identifier.value}
                    of={{ kind: 'transaction', id: transaction.id }}
                    field={fieldOf(identifiers, at)}
                    label={label}
                  />
                ) : (
                  <IdentifierValue value={identifier.value} label={label} explorer={explorer} />
                )}
                {reading && <ReadingLine reading={reading} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </SectionCard>
  );
}

/** One of several of a kind is named by its place among them. */
function fieldOf(identifiers: Transaction['identifiers'], at: number): string {
  const kind = identifiers[at]?.kind ?? '';
  return `${kind}.${identifiers.slice(0, at).filter((other) => other.kind === kind).length}`;
}

/** What the value tells by itself. A doubt is a warning and no more: providers' own samples fail their check digits. */
function ReadingLine({ reading }: { readonly reading: Reading }) {
  const facts = factsOf(reading, useReader());
  return (
    <>
      {facts.length > 0 && <p className="text-xs text-ink-2">{facts.map(({ text }) => text).join(' · ')}</p>}
      {reading.warning && (
        <p className="mt-0.5 flex items-start gap-1 text-xs text-caution">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          <Says said={reading.warning} />
        </p>
      )}
    </>
  );
}
