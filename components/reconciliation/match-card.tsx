import Link from 'next/link';
import { useReader } from '@/components/language/reader';
import { RULE_WORDS } from '@/components/rules/rule-words';
import { Day } from '@/components/statements/day';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import { spokenKept } from '@/lib/language/said';
import { PASSES } from '@/lib/reconciliation/match';
import { BOOKS, type MatchView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { type DeedAction, DeedForm } from './deed-form';
import { legHref, lineHref } from './rail-links';
import { SumProof } from './sum-proof';

type Props = { readonly match: MatchView; readonly zone: TimeZone; readonly undo: DeedAction };

/** A match with both of its sides, why it stands, and the sum that proves it. */
export function MatchCard({ match, zone, undo }: Props) {
  const reader = useReader();
  const { pass, rule, ruleVersion, evidence, madeBy, madeAt, reason, book, undoneAt } = match;
  return (
    <SectionCard
      title={undoneAt ? 'A match that was undone' : `Matched: ${PASSES[pass].toLowerCase()}`}
      description={`${BOOKS[book]} · match ${match.id}`}
      actions={
        !undoneAt && (
          <DeedForm action={undo} about={{ match: match.id }}>
            Undo the match
          </DeedForm>
        )
      }
      bodyClassName="space-y-4"
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Side title="What the bank says">
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
        <Side title="What the provider says">
          {match.legs.map((leg) => (
            <li key={leg.id} className="flex flex-wrap justify-between gap-x-3 py-1.5">
              <Link href={legHref(leg.id)} className="rounded-sm underline decoration-line-strong underline-offset-3">
                <KindLabel provider={leg.provider} kind={leg.kind} /> {leg.direction}
              </Link>
              <MoneyText money={leg.money} />
            </li>
          ))}
        </Side>
      </div>
      <SumProof match={match} />
      <FactList>
        <Fact label="Rule">
          {rule === 'hand' ? 'A person’s own' : `${RULE_WORDS[rule].label}, version ${ruleVersion}`}
        </Fact>
        <Fact label="Agreed on">
          {evidence.agreed.length === 0
            ? 'nothing that a rule looks at'
            : evidence.agreed.map(({ criterion, value }) => (
                <span key={`${criterion} ${value}`} className="mr-3 inline-block">
                  <span className="text-ink-2">{criterion.replaceAll('_', ' ')}</span>{' '}
                  <span className="font-mono text-xs">{value}</span>
                </span>
              ))}
        </Fact>
        <Fact label="Rivals">
          {evidence.rivals === 0 ? 'none fitted as well' : `${formatCount(evidence.rivals)} others fitted as well`}
        </Fact>
        <Fact label="Made">
          <Instant at={madeAt} zone={zone} /> by {madeBy ?? 'the desk itself'}
        </Fact>
        <Fact label="Reason">{reason}</Fact>
        {undoneAt && (
          <Fact label="Undone">
            <Instant at={undoneAt} zone={zone} /> by {match.undoneBy ?? 'the desk itself'}
            {match.undoneWhy && `: ${spokenKept(match.undoneWhy, reader)}`}
          </Fact>
        )}
      </FactList>
    </SectionCard>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="text-xs font-medium text-ink-2">{title}</h3>
      <ul className="mt-1 divide-y divide-line text-body">{children}</ul>
    </div>
  );
}
