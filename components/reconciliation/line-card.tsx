import Link from 'next/link';
import { Masked } from '@/components/access/masked';
import { Day } from '@/components/statements/day';
import { MarkedText } from '@/components/statements/marked-text';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { IdentifierValue } from '@/components/transactions/identifier-value';
import { Instant } from '@/components/transactions/instant';
import { MaskedIdentifier } from '@/components/transactions/masked-identifier';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { BOOKS, type LineRow } from '@/lib/reconciliation/view';
import { LINE_KIND_WORDS } from '@/lib/statements/statement';
import type { TimeZone } from '@/lib/time-zones';
import { Direction } from './direction';

/** What the bank says in one line of a statement, and where it stands there. */
export function LineCard({ line, zone }: { readonly line: LineRow; readonly zone: TimeZone }) {
  const of = { kind: 'line', id: line.seq } as const;
  return (
    <SectionCard title="What the bank says" description={`${BOOKS[line.book]} · ${LINE_KIND_WORDS[line.kind]}`}>
      <p className="mb-3 rounded-lg border border-line bg-sunken px-3 py-2 text-body leading-6">
        {line.text || line.ids.length > 0 ? (
          <MarkedText text={line.text} ids={line.ids} />
        ) : (
          <span className="text-ink-2 italic">no text</span>
        )}
      </p>
      <FactList>
        <Fact label="Amount">
          <MoneyText money={{ amount: line.amount, currency: line.currency }} className="font-medium" />
        </Fact>
        <Fact label="Direction">
          <Direction direction={line.direction} />
        </Fact>
        <Fact label="Booked">
          <Day day={line.bookedOn} />
          {line.bookedAt && (
            <span className="block text-xs text-ink-2">
              <Instant at={line.bookedAt} zone={zone} />
            </span>
          )}
        </Fact>
        <Fact label="Value day">{line.valueOn && <Day day={line.valueOn} />}</Fact>
        <Fact label="Account">{line.accountName}</Fact>
        <Fact label="Counterparty">
          {line.name && <Masked value={line.name} of={of} field="name" label="counterparty" />}
        </Fact>
        <Fact label="Its account">
          {line.account && <MaskedIdentifier value={line.account} of={of} field="account" label="account" />}
        </Fact>
        <Fact label="Its tax id">
          {line.taxId && <MaskedIdentifier value={line.taxId} of={of} field="tax_id" label="tax id" />}
        </Fact>
        <Fact label="Bank’s reference">
          {line.bankReference && <IdentifierValue value={line.bankReference} label="bank’s reference" />}
        </Fact>
        <Fact label="Where it stands">
          <Link
            href={`/reconciliation/statements/${line.statementId}`}
            className="rounded-sm underline decoration-line-strong underline-offset-3"
          >
            Statement {line.statementId}
          </Link>
          , {line.place}
        </Fact>
      </FactList>
    </SectionCard>
  );
}
