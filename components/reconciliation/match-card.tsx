import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader, useRegion } from '@/components/language/reader';
import { Day } from '@/components/statements/day';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { amountText } from '@/lib/format';
import { spokenKept } from '@/lib/language/said';
import { REMAINDER_REASONS } from '@/lib/reconciliation/running-sum';
import type { MatchView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { type DeedAction, DeedForm } from './deed-form';
import { legHref, lineHref } from './rail-links';
import { SumProof } from './sum-proof';

type Props = { readonly match: MatchView; readonly zone: TimeZone; readonly undo: DeedAction };

/** A match with both of its sides, why it stands, and the sum that proves it. */
export function MatchCard({ match, zone, undo }: Props) {
  const t = useTranslations('reconciliation');
  const legs = useTranslations('legs');
  const { pass, book, undoneAt } = match;
  return (
    <SectionCard
      title={undoneAt ? t('match.undoneTitle') : t(`match.title.${pass}`)}
      description={t('match.about', { book: legs(`book.${book}`), id: match.id })}
      actions={
        !undoneAt && (
          <DeedForm action={undo} about={{ match: match.id }}>
            {t('match.undo')}
          </DeedForm>
        )
      }
      bodyClassName="space-y-4"
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Side title={t('line.bank')}>
          {match.lines.map((line) => (
            <li key={line.seq} className="flex flex-wrap justify-between gap-x-3 py-1.5">
              <Link
                href={lineHref(line.seq)}
                className="rounded-sm underline decoration-line-strong underline-offset-3"
              >
                <Day day={line.bookedOn} /> · {line.accountName}
              </Link>
              <MoneyText money={{ amount: line.amount, currency: line.currency }} />
            </li>
          ))}
        </Side>
        <Side title={t('leg.provider')}>
          {match.legs.map((leg) => (
            <li key={leg.id} className="flex flex-wrap justify-between gap-x-3 py-1.5">
              <Link href={legHref(leg.id)} className="rounded-sm underline decoration-line-strong underline-offset-3">
                <KindLabel provider={leg.provider} kind={leg.kind} /> {legs(`direction.${leg.direction}`)}
              </Link>
              <MoneyText money={leg.money} />
            </li>
          ))}
        </Side>
      </div>
      <SumProof match={match} />
      <MatchFacts match={match} zone={zone} />
    </SectionCard>
  );
}

/** Why it stands: by which rule, on what, and who made it or took it apart. */
function MatchFacts({ match, zone }: Pick<Props, 'match' | 'zone'>) {
  const t = useTranslations('reconciliation');
  const rules = useTranslations('rules');
  const { rule, ruleVersion, evidence, madeBy, madeAt, reason, undoneAt } = match;
  const known = REMAINDER_REASONS.find((one) => one === reason);
  const made = () => <Instant at={madeAt} zone={zone} />;
  return (
    <FactList>
      <Fact label={t('match.rule')}>
        {rule === 'hand'
          ? t('match.byHand')
          : t('match.byRule', { rule: rules(`label.${rule}`), version: ruleVersion })}
      </Fact>
      <Fact label={t('match.agreedOn')}>
        {evidence.agreed.length === 0 ? t('match.agreedOnNothing') : <Agreed agreed={evidence.agreed} />}
      </Fact>
      <Fact label={t('match.rivals')}>
        {evidence.rivals === 0 ? t('match.noRivals') : t('match.othersFitted', { count: evidence.rivals })}
      </Fact>
      <Fact label={t('match.made')}>
        {madeBy === null ? t.rich('match.madeByDesk', { at: made }) : t.rich('match.madeBy', { at: made, who: madeBy })}
      </Fact>
      <Fact label={t('match.reason')}>{known ? t(`match.remainder.${known}`) : reason}</Fact>
      {undoneAt && (
        <Fact label={t('match.undone')}>
          <Undone match={match} at={() => <Instant at={undoneAt} zone={zone} />} />
        </Fact>
      )}
    </FactList>
  );
}

const CRITERIA = ['e2e', 'clave', 'hash', 'return', 'account', 'tax_id', 'amount', 'person', 'second_person'] as const;

function Agreed({ agreed }: { readonly agreed: MatchView['evidence']['agreed'] }) {
  const t = useTranslations('reconciliation');
  const region = useRegion();
  return agreed.map(({ criterion, value }) => {
    const known = CRITERIA.find((one) => one === criterion);
    return (
      <span key={`${criterion} ${value}`} className="mr-3 inline-block">
        <span className="text-ink-2">{known ? t(`match.criterion.${known}`) : criterion.replaceAll('_', ' ')}</span>{' '}
        <span className="font-mono text-xs">{criterion === 'amount' ? amountText(value, region) : value}</span>
      </span>
    );
  });
}

function Undone({ match: { undoneBy: who, undoneWhy }, at }: Pick<Props, 'match'> & { readonly at: () => ReactNode }) {
  const t = useTranslations('reconciliation');
  const reader = useReader();
  const why = undoneWhy && spokenKept(undoneWhy, reader);
  if (who) return why ? t.rich('match.undoneBy', { at, who, why }) : t.rich('match.madeBy', { at, who });
  return why ? t.rich('match.undoneByDesk', { at, why }) : t.rich('match.madeByDesk', { at });
}

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="text-xs font-medium text-ink-2">{title}</h3>
      <ul className="mt-1 divide-y divide-line text-body">{children}</ul>
    </div>
  );
}
