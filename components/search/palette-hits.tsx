import { useTranslations } from 'next-intl';
import { exceptionHref } from '@/components/exceptions/exception-links';
import { lineHref } from '@/components/reconciliation/rail-links';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import type { AnsweredGroup, AnsweredHit, SearchAnswer } from '@/lib/search-answer';
import { MAX_COUNTED } from '@/lib/transactions/hit';
import { MarkedValue } from './marked-value';
import { PaletteGroup, PaletteItem } from './palette-item';

type Props = {
  readonly answer: SearchAnswer;
  readonly typed: string;
  readonly open: (href: string) => void;
  /** Opens the search page, where there is more. */
  readonly ask: () => void;
};

/** What was found, by what it is; each hit says which field hit. */
export function PaletteHits({ answer, typed, open, ask }: Props) {
  const t = useTranslations('search');
  return answer.groups.map((group) => (
    <PaletteGroup key={group.name} heading={t(`group.${group.name}`)}>
      {group.hits.map((hit) => (
        <HitItem key={idOf(hit)} value={hitValue(group, hit)} hit={hit} typed={typed} open={open} />
      ))}
      {group.count > group.hits.length && (
        <PaletteItem value={`all ${group.name}`} onSelect={ask}>
          <span className="text-accent">
            {group.count > MAX_COUNTED ? t('allOfMore', { count: MAX_COUNTED }) : t('all', { count: group.count })}
          </span>
        </PaletteItem>
      )}
    </PaletteGroup>
  ));
}

/** Values that are only like what was typed. */
export function PaletteSuggestions({ answer, typed, open }: Omit<Props, 'ask'>) {
  const t = useTranslations('search');
  if (answer.near.length === 0) return null;
  return (
    <PaletteGroup heading={t('like')}>
      {answer.near.map((hit) => (
        <HitItem key={idOf(hit)} value={`near ${idOf(hit)}`} hit={hit} typed={typed} open={open} />
      ))}
    </PaletteGroup>
  );
}

export function hitValue(group: AnsweredGroup, hit: AnsweredHit): string {
  return `${group.name} ${idOf(hit)}`;
}

function idOf(hit: AnsweredHit): string {
  return hit.is === 'payment' ? hit.payment.id : hit.is === 'line' ? hit.line.seq : hit.exception.id;
}

type HitProps = Pick<Props, 'typed' | 'open'> & { readonly hit: AnsweredHit; readonly value: string };

function HitItem({ hit, value, typed, open }: HitProps) {
  const id = idOf(hit);
  const href = hit.is === 'payment' ? transactionHref(id) : hit.is === 'line' ? lineHref(id) : exceptionHref(id);
  return (
    <PaletteItem value={value} onSelect={() => open(href)}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <HitTitle hit={hit} />
      </span>
      <span className="mt-1 flex min-w-0 flex-wrap gap-x-2 text-xs text-ink-2">
        {hit.field}
        <MarkedValue match={{ value: hit.value, isExact: hit.likeness === 'is' }} typed={typed} />
      </span>
    </PaletteItem>
  );
}

function HitTitle({ hit }: { readonly hit: AnsweredHit }) {
  switch (hit.is) {
    case 'payment': {
      const { provider, kind, status, providerStatus, amount, isIncomplete, isCurrencyAssumed } = hit.payment;
      return (
        <>
          <KindLabel provider={provider} kind={kind} />
          <MoneyText
            money={amount}
            absent={isIncomplete ? 'unknown' : 'none'}
            isCurrencyAssumed={isCurrencyAssumed}
            className="text-ink"
          />
          <StatusBadge status={status} providerStatus={providerStatus} />
        </>
      );
    }
    case 'line':
      return (
        <>
          <span className="font-medium text-ink">{hit.line.accountName}</span>
          <MoneyText money={hit.line} />
          <span className="text-ink-2">{hit.line.bookedOn}</span>
        </>
      );
    case 'exception':
      return (
        <>
          <span className="font-medium text-ink">{hit.exception.title}</span>
          <span className="text-ink-2">{hit.exception.state}</span>
        </>
      );
  }
}
