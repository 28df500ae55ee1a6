import { ScanText, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Reading, ReadingKind } from '@/lib/identifiers/classify';
import { factsOf } from '@/lib/identifiers/spoken';
import { type SearchAddress, searchHref } from './search-href';

type Props = {
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly address: SearchAddress;
};

/** How a pasted text was read: what it may be, what it tells by itself, and why it may be mistyped. */
export function ReadingPanel({ text, readings, address }: Props) {
  const chosen = readings.find(({ kind }) => kind === address.as);
  const read = chosen ?? readings[0];
  const others = readings.filter((reading) => reading !== read);
  return (
    <Card className="p-4">
      <div className="flex items-start gap-3">
        <ScanText aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-3" />
        <div className="min-w-0 flex-1">
          <p className="text-sm text-ink">
            <ReadAs reading={read} isChosen={chosen !== undefined} />
          </p>
          {read && <ReadingFacts reading={read} text={text} />}
          {read && others.length > 0 && (
            <Others text={text} others={others} chosen={chosen ?? null} first={read} address={address} />
          )}
        </div>
      </div>
    </Card>
  );
}

type ReadAsProps = { readonly reading: Reading | undefined; readonly isChosen: boolean };

function ReadAs({ reading, isChosen }: ReadAsProps) {
  const t = useTranslations('search.reading');
  const words = useTranslations('words');
  const strong = (chunks: ReactNode) => <strong className="font-semibold">{chunks}</strong>;
  if (!reading) {
    const rest = (chunks: ReactNode) => <span className="text-ink-2">{chunks}</span>;
    return t.rich('noShape', { strong, rest });
  }
  const values = { reading: words(`reading.${reading.kind}`), strong };
  return isChosen ? t.rich('onlyAs', values) : t.rich('as', values);
}

type OthersProps = Omit<Props, 'readings'> & {
  readonly others: readonly Reading[];
  readonly chosen: Reading | null;
  readonly first: Reading;
};

function Others({ text, others, chosen, first, address }: OthersProps) {
  const t = useTranslations('search.reading');
  const words = useTranslations('words');
  const only = (kind: ReadingKind) => (
    <Only asked={address.asked} as={kind}>
      {t('only', { reading: words(`reading.${kind}`) })}
    </Only>
  );
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="text-xs font-medium text-ink-2">{t('also')}</p>
      <ul className="mt-1.5 space-y-2">
        {others.map((reading) => (
          <li key={reading.kind}>
            <p className="flex flex-wrap items-baseline gap-x-3 text-body text-ink">
              {words(`reading.${reading.kind}`)}
              {only(reading.kind)}
            </p>
            <ReadingFacts reading={reading} text={text} />
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-3 text-xs text-ink-2">
        {chosen ? (
          <Only asked={address.asked} as={null}>
            {t('any')}
          </Only>
        ) : (
          t.rich('allSearched', { only: () => only(first.kind) })
        )}
      </p>
    </div>
  );
}

type OnlyProps = Pick<SearchAddress, 'asked' | 'as'> & { readonly children: ReactNode };

/** Leads to the same search as one of its readings alone. */
function Only({ asked, as, children }: OnlyProps) {
  return (
    <Link href={searchHref({ asked, as })} prefetch={false} className="text-xs font-medium text-accent hover:underline">
      {children}
    </Link>
  );
}

/** What a reading tells by itself, and what is wrong with it. */
function ReadingFacts({ reading, text }: { readonly reading: Reading; readonly text: string }) {
  const t = useTranslations('search.reading');
  const facts = factsOf(reading, useReader());
  return (
    <div className="mt-1 space-y-1.5 empty:hidden">
      {reading.value !== text.trim() && (
        <p className="font-mono text-xs break-all text-ink-2">
          {t.rich('written', {
            value: reading.value,
            sans: (chunks) => <span className="font-sans">{chunks}</span>,
          })}
        </p>
      )}
      {facts.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {facts.map(({ label, text: told }) => (
            <Badge key={label} title={label}>
              <span className="font-normal text-ink-2">{label}: </span>
              {told}
            </Badge>
          ))}
        </p>
      )}
      {reading.warning && (
        <p className="flex items-start gap-1.5 text-xs text-caution">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <Says said={reading.warning} />
        </p>
      )}
    </div>
  );
}
