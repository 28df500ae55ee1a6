import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import { RULES, type Rule } from '@/lib/reconciliation/match';
import type { RunFigures, RunView } from '@/lib/reconciliation/view';
import { RULE_WORDS } from './rule-words';
import { differenceLabel, leftLabel } from './run-words';

type Row = { readonly label: string; readonly count: number };

/** What a run did, as two sums that add up: what came in, what each rule matched, and what is left for which reason. */
export function RunSums({ figures }: { readonly figures: RunFigures }) {
  const matched = (side: 'lines' | 'legs'): Row[] =>
    RULES.map((rule) => ({ label: ruleLabel(rule, figures), count: figures.matched[rule]?.[side] ?? 0 }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Sum
        title="Lines of statements"
        first="Free before the run"
        total={figures.linesIn}
        matched={matched('lines')}
        left={leftRows(figures.linesLeft)}
      />
      <Sum
        title="Payments that expect a line"
        first="Free before the run"
        total={figures.legsIn}
        matched={matched('legs')}
        left={leftRows(figures.legsLeft)}
      />
    </div>
  );
}

function ruleLabel(rule: Rule, { rules }: RunFigures): string {
  return `${RULE_WORDS[rule].label}, version ${rules[rule]}`;
}

function leftRows(left: RunFigures['linesLeft']): Row[] {
  return Object.entries(left).map(([reason, count]) => ({ label: leftLabel(reason), count }));
}

type SumProps = {
  readonly title: string;
  readonly first: string;
  readonly total: number;
  readonly matched: readonly Row[];
  readonly left: readonly Row[];
};

function Sum({ title, first, total, matched, left }: SumProps) {
  const sum = [...matched, ...left].reduce((all, { count }) => all + count, 0);
  const words =
    sum === total
      ? 'Matched and left add up to it.'
      : `Matched and left come to ${formatCount(sum)}: it does not add up.`;
  return (
    <SectionCard title={title} description={words} bodyClassName="p-0">
      <table className="w-full text-body [&_td]:px-4 [&_td]:py-1.5 [&_th]:px-4 [&_th]:py-1.5 [&_th]:text-left [&_th]:font-normal">
        <caption className="sr-only">{title}</caption>
        <tbody>
          <Line label={first} count={total} isStrong />
          {matched.map(({ label, count }) => (
            <Line key={label} label={`Matched by ${label}`} count={count} />
          ))}
          {left.map(({ label, count }) => (
            <Line key={label} label={`Left: ${label}`} count={count} />
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
}

function Line({ label, count, isStrong = false }: Row & { readonly isStrong?: boolean }) {
  return (
    <tr className={`border-b border-line last:border-0 ${isStrong ? 'font-medium' : count === 0 ? 'text-ink-2' : ''}`}>
      <th scope="row">{label}</th>
      <td className="text-right tabular-nums">{formatCount(count)}</td>
    </tr>
  );
}

/** What changed against the run before it. */
export function RunDifference({ difference }: Pick<RunView, 'difference'>) {
  if (difference.length === 0)
    return <p className="text-body text-ink-2">No difference: it is as the run before it, or it is the first.</p>;
  return (
    <ul className="grid gap-x-6 gap-y-1 text-body sm:grid-cols-2">
      {difference.map(({ name, by }) => (
        <li key={name} className="flex justify-between gap-3 border-b border-line py-1">
          <span>{differenceLabel(name)}</span>
          <span className="tabular-nums">{by > 0 ? `+${formatCount(by)}` : `−${formatCount(-by)}`}</span>
        </li>
      ))}
    </ul>
  );
}
