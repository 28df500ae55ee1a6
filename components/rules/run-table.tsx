import { FlaskConical, GitCommitHorizontal, LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { formatCount, formatLag } from '@/lib/format';
import type { RunView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { leftOf, matchedOf } from './run-words';

type Props = { readonly runs: readonly RunView[]; readonly zone: TimeZone };

const HEADS = ['Run', 'Kept', 'Lines in', 'Matched', 'Left', 'Payments in', 'Matched', 'Left', 'Exceptions', 'Took'];

/** The latest runs of the passes: in = matched + left, on both sides. */
export function RunTable({ runs, zone }: Props) {
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">Runs of the passes, the latest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head, at) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns have one name, and none ever moves
              key={at}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${at >= 2 && at <= 7 ? 'text-right' : ''}`}
            >
              {head}
              {at >= 2 && at <= 4 && <span className="sr-only"> (lines)</span>}
              {at >= 5 && at <= 7 && <span className="sr-only"> (payments)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr
            key={run.id}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:whitespace-nowrap [&>td]:tabular-nums [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td>
              <Link href={runHref(run.id)} prefetch={false} className="text-accent hover:underline">
                <Instant at={run.startedAt} zone={zone} />
              </Link>
              <p className="text-xs text-ink-2">{run.requestedBy ?? 'by itself'}</p>
            </td>
            <td>
              <RunKind run={run} />
            </td>
            <Figures run={run} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function RunKind({ run: { isDry, endedAt } }: { readonly run: RunView }) {
  if (endedAt === null)
    return (
      <Badge icon={LoaderCircle} tone="progress" title="It is under way, or was interrupted and kept nothing">
        Not ended
      </Badge>
    );
  return isDry ? (
    <Badge icon={FlaskConical} title="Nothing of it was kept">
      Dry
    </Badge>
  ) : (
    <Badge icon={GitCommitHorizontal} tone="positive">
      Kept
    </Badge>
  );
}

function Figures({ run: { figures } }: { readonly run: RunView }) {
  if (!figures)
    return (
      <td colSpan={8} className="text-ink-2">
        no figures
      </td>
    );
  const matched = matchedOf(figures);
  const { opened, reopened, resolved } = figures.exceptions;
  const numbers = [
    figures.linesIn,
    matched.lines,
    leftOf(figures.linesLeft),
    figures.legsIn,
    matched.legs,
    leftOf(figures.legsLeft),
  ];
  return (
    <>
      {numbers.map((number, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns in their order
        <td key={at} className="text-right">
          {formatCount(number)}
        </td>
      ))}
      <td>
        +{formatCount(opened + reopened)} −{formatCount(resolved)}
      </td>
      <td>{formatLag(figures.milliseconds)}</td>
    </>
  );
}

export function runHref(id: string): string {
  return `/reconciliation/rules/runs/${id}`;
}
