import { ScanText, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Reading } from '@/lib/identifiers/classify';
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
          {read ? (
            <>
              <p className="text-sm text-ink">
                {chosen ? 'Searched only as ' : 'Read as '}
                <strong className="font-semibold">{read.label}</strong>
              </p>
              <ReadingFacts reading={read} text={text} />
            </>
          ) : (
            <p className="text-sm text-ink">
              Read as <strong className="font-semibold">somebody’s reference</strong>
              <span className="text-ink-2">
                : it has no shape that the desk knows, so it is compared as it was typed.
              </span>
            </p>
          )}
          {read && others.length > 0 && (
            <Others text={text} others={others} chosen={chosen ?? null} first={read} address={address} />
          )}
        </div>
      </div>
    </Card>
  );
}

type OthersProps = Omit<Props, 'readings'> & {
  readonly others: readonly Reading[];
  readonly chosen: Reading | null;
  readonly first: Reading;
};

function Others({ text, others, chosen, first, address }: OthersProps) {
  const only = (kind: string | null) => searchHref({ asked: address.asked, as: kind });
  const link = 'text-xs font-medium text-accent hover:underline';
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="text-xs font-medium text-ink-2">It could also be</p>
      <ul className="mt-1.5 space-y-2">
        {others.map((reading) => (
          <li key={reading.kind}>
            <p className="flex flex-wrap items-baseline gap-x-3 text-body text-ink">
              {reading.label}
              <Link href={only(reading.kind)} prefetch={false} className={link}>
                Search only as {reading.label}
              </Link>
            </p>
            <ReadingFacts reading={reading} text={text} />
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-3 text-xs text-ink-2">
        {chosen ? (
          <Link href={only(null)} prefetch={false} className={link}>
            Search all readings
          </Link>
        ) : (
          <>
            All readings were searched.
            <Link href={only(first.kind)} prefetch={false} className={link}>
              Search only as {first.label}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

/** What a reading tells by itself, and what is wrong with it. */
function ReadingFacts({ reading, text }: { readonly reading: Reading; readonly text: string }) {
  const facts = Object.entries(reading.facts ?? {});
  return (
    <div className="mt-1 space-y-1.5 empty:hidden">
      {reading.value !== text.trim() && (
        <p className="font-mono text-xs break-all text-ink-2">
          <span className="font-sans">as </span>
          {reading.value}
        </p>
      )}
      {facts.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {facts.map(([name, fact]) => (
            <Badge key={name} title={name}>
              <span className="font-normal text-ink-2">{name}: </span>
              {fact}
            </Badge>
          ))}
        </p>
      )}
      {reading.warning && (
        <p className="flex items-start gap-1.5 text-xs text-caution">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {reading.warning}
        </p>
      )}
    </div>
  );
}
