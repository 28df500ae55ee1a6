import { useTranslations } from 'next-intl';
import { useReader, useRegion } from '@/components/language/reader';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import { spoken } from '@/lib/language/said';
import { RULES } from '@/lib/reconciliation/match';
import type { RunFigures, RunView } from '@/lib/reconciliation/view';
import { differenceSaid, leftSaid } from './run-words';

type Row = { readonly label: string; readonly count: number };
type Side = 'lines' | 'legs';

/** What a run did, as two sums that add up: what came in, what each rule matched, and what is left for which reason. */
export function RunSums({ figures }: { readonly figures: RunFigures }) {
  const t = useTranslations('rules');
  const reader = useReader();
  const matched = (side: Side): Row[] =>
    RULES.map((rule) => ({
      label: t('figure.matchedBy', { rule: t(`label.${rule}`), version: figures.rules[rule] }),
      count: figures.matched[rule]?.[side] ?? 0,
    }));
  const left = (counts: RunFigures['linesLeft']): Row[] =>
    Object.entries(counts).map(([reason, count]) => ({
      label: t('figure.left', { reason: spoken(leftSaid(reason), reader) }),
      count,
    }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Sum
        title={t('figure.lines')}
        total={figures.linesIn}
        matched={matched('lines')}
        left={left(figures.linesLeft)}
      />
      <Sum
        title={t('figure.payments')}
        total={figures.legsIn}
        matched={matched('legs')}
        left={left(figures.legsLeft)}
      />
    </div>
  );
}

type SumProps = {
  readonly title: string;
  readonly total: number;
  readonly matched: readonly Row[];
  readonly left: readonly Row[];
};

function Sum({ title, total, matched, left }: SumProps) {
  const t = useTranslations('rules');
  const sum = [...matched, ...left].reduce((all, { count }) => all + count, 0);
  const words = sum === total ? t('figure.addsUp') : t('figure.addsUpNot', { sum });
  return (
    <SectionCard title={title} description={words} bodyClassName="p-0">
      <table className="w-full text-body [&_td]:px-4 [&_td]:py-1.5 [&_th]:px-4 [&_th]:py-1.5 [&_th]:text-left [&_th]:font-normal">
        <caption className="sr-only">{title}</caption>
        <tbody>
          <Line label={t('figure.free')} count={total} isStrong />
          {[...matched, ...left].map(({ label, count }) => (
            <Line key={label} label={label} count={count} />
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
}

function Line({ label, count, isStrong = false }: Row & { readonly isStrong?: boolean }) {
  const region = useRegion();
  return (
    <tr className={`border-b border-line last:border-0 ${isStrong ? 'font-medium' : count === 0 ? 'text-ink-2' : ''}`}>
      <th scope="row">{label}</th>
      <td className="text-right tabular-nums">{formatCount(count, region)}</td>
    </tr>
  );
}

/** What changed against the run before it. */
export function RunDifference({ difference }: Pick<RunView, 'difference'>) {
  const t = useTranslations('rules');
  const reader = useReader();
  const wordsOf = (name: string) => {
    const told = differenceSaid(name);
    return typeof told === 'string' ? told : spoken(told, reader);
  };
  if (difference.length === 0) return <p className="text-body text-ink-2">{t('difference.none')}</p>;
  return (
    <ul className="grid gap-x-6 gap-y-1 text-body sm:grid-cols-2">
      {difference.map(({ name, by }) => (
        <li key={name} className="flex justify-between gap-3 border-b border-line py-1">
          <span>{wordsOf(name)}</span>
          <span className="tabular-nums">
            {by > 0 ? `+${formatCount(by, reader.region)}` : `−${formatCount(-by, reader.region)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
