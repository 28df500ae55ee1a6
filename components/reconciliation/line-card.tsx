import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Masked } from '@/components/access/masked';
import { Day } from '@/components/statements/day';
import { MarkedText } from '@/components/statements/marked-text';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { IdentifierValue } from '@/components/transactions/identifier-value';
import { Instant } from '@/components/transactions/instant';
import { MaskedIdentifier } from '@/components/transactions/masked-identifier';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import type { LineRow } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { Direction } from './direction';

/** What the bank says in one line of a statement, and where it stands there. */
export function LineCard({ line, zone }: { readonly line: LineRow; readonly zone: TimeZone }) {
  const t = useTranslations('reconciliation');
  const legs = useTranslations('legs');
  const words = useTranslations('words');
  const of = { kind: 'line', id: line.seq } as const;
  return (
    <SectionCard
      title={t('line.bank')}
      description={`${legs(`book.${line.book}`)} · ${words(`lineKind.${line.kind}`)}`}
    >
      <p className="mb-3 rounded-lg border border-line bg-sunken px-3 py-2 text-body leading-6">
        {line.text || line.ids.length > 0 ? (
          <MarkedText text={line.text} ids={line.ids} />
        ) : (
          <span className="text-ink-2 italic">{t('line.noText')}</span>
        )}
      </p>
      <FactList>
        <Fact label={t('line.amount')}>
          <MoneyText money={{ amount: line.amount, currency: line.currency }} className="font-medium" />
        </Fact>
        <Fact label={t('line.direction')}>
          <Direction direction={line.direction} />
        </Fact>
        <Fact label={t('line.booked')}>
          <Day day={line.bookedOn} />
          {line.bookedAt && (
            <span className="block text-xs text-ink-2">
              <Instant at={line.bookedAt} zone={zone} />
            </span>
          )}
        </Fact>
        <Fact label={t('line.valueDay')}>{line.valueOn && <Day day={line.valueOn} />}</Fact>
        <Fact label={t('line.account')}>{line.accountName}</Fact>
        <Fact label={t('line.counterparty')}>
          {line.name && <Masked value={line.name} of={of} field="name" label={t('line.counterpartyOf')} />}
        </Fact>
        <Fact label={t('line.itsAccount')}>
          {line.account && (
            <MaskedIdentifier value={line.account} of={of} field="account" label={t('line.itsAccountOf')} />
          )}
        </Fact>
        <Fact label={t('line.itsTaxId')}>
          {line.taxId && <MaskedIdentifier value={line.taxId} of={of} field="tax_id" label={t('line.itsTaxIdOf')} />}
        </Fact>
        <Fact label={t('line.reference')}>
          {line.bankReference && <IdentifierValue value={line.bankReference} label={t('line.referenceOf')} />}
        </Fact>
        <Fact label={t('line.stands')}>
          {t.rich('line.statement', {
            id: line.statementId,
            place: line.place,
            link: (chunks) => (
              <Link
                href={`/reconciliation/statements/${line.statementId}`}
                className="rounded-sm underline decoration-line-strong underline-offset-3"
              >
                {chunks}
              </Link>
            ),
          })}
        </Fact>
      </FactList>
    </SectionCard>
  );
}
