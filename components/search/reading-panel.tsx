import { ScanText, TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Reading } from '@/lib/identifiers/classify';

/** How a pasted text was read: what it may be, what it tells by itself, and why it may be mistyped. */
export function ReadingPanel({ text, readings }: { readonly text: string; readonly readings: readonly Reading[] }) {
  const [likeliest, ...others] = readings;
  return (
    <Card className="p-4">
      <div className="flex items-start gap-3">
        <ScanText aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-3" />
        <div className="min-w-0 flex-1">
          {likeliest ? (
            <>
              <p className="text-sm text-ink">
                Read as <strong className="font-semibold">{likeliest.label}</strong>
              </p>
              <ReadingFacts reading={likeliest} text={text} />
            </>
          ) : (
            <p className="text-sm text-ink">
              Read as <strong className="font-semibold">somebody’s reference</strong>
              <span className="text-ink-2">
                : it has no shape that the desk knows, so it is compared as it was typed.
              </span>
            </p>
          )}
          {others.length > 0 && (
            <div className="mt-3 border-t border-line pt-3">
              <p className="text-xs font-medium text-ink-2">It could also be</p>
              <ul className="mt-1.5 space-y-2">
                {others.map((reading) => (
                  <li key={reading.kind}>
                    <p className="text-body text-ink">{reading.label}</p>
                    <ReadingFacts reading={reading} text={text} />
                  </li>
                ))}
              </ul>
              <p className="mt-2 text-xs text-ink-2">All readings were searched.</p>
            </div>
          )}
        </div>
      </div>
    </Card>
  );
}

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
