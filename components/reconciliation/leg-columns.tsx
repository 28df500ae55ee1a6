import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day } from '@/components/statements/day';
import { MoneyText } from '@/components/transactions/money-text';
import { NoValue, TwoLineInstant, TwoLineKind } from '@/components/transactions/table-cells';
import type { Translator } from '@/lib/language/catalogue';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { Beside } from '@/lib/reconciliation/beside';
import type { Rail } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';
import type { LegQuery } from '@/lib/reconciliation/view-query';
import type { TimeZone } from '@/lib/time-zones';
import { DifferenceText } from './difference-text';
import { Direction } from './direction';
import type { ColumnOrder } from './head-order';
import { CbuCell, ClabeCell, ClaveCell, E2eCell, HashCell, SeenAtCell, TaxIdCell } from './leg-id-cells';
import { legHref, lineHref } from './rail-links';
import { ReasonChip } from './reason-chip';
import { StateBadge } from './state-badge';

export type LegCell = { readonly leg: LegRow; readonly beside: Beside; readonly zone: TimeZone };

type Column = {
  readonly name: string;
  readonly head: string;
  readonly sort: ColumnOrder<LegQuery['sort']> | null;
  readonly headClass?: string;
  /** Where it stands on a phone’s card. */
  readonly className: string;
  readonly cell: (cell: LegCell) => ReactNode;
};

const WIDE_ONLY = 'max-md:hidden';
const plain = (name: string, head: string, cell: Column['cell'], className = WIDE_ONLY): Column => ({
  name,
  head,
  sort: null,
  className,
  cell,
});

const WHO = 'max-md:[grid-area:who] max-md:has-[.absent]:hidden';
const ID = 'max-md:[grid-area:id] max-md:has-[.absent]:hidden';

/** What a rail’s legs are known by. */
const OF_RAIL: Readonly<Record<Rail, (t: Translator<'reconciliation'>) => readonly Column[]>> = {
  spei: (t) => [
    plain('sender', t('column.sender'), ({ beside }) => (
      <ClabeCell clabe={beside.senderClabe} label={t('cell.senderClabe')} />
    )),
    plain(
      'receiver',
      t('column.receiver'),
      ({ beside }) => <ClabeCell clabe={beside.receiverClabe} label={t('cell.receiverClabe')} />,
      WHO,
    ),
    plain('clave', t('column.clave'), ({ leg }) => <ClaveCell leg={leg} />, ID),
  ],
  pix: (t) => [
    plain('e2e', t('column.e2e'), ({ leg, beside }) => <E2eCell leg={leg} depositId={beside.depositId} />, ID),
    plain('tax_id', t('column.taxId'), ({ leg }) => <TaxIdCell leg={leg} />, WHO),
  ],
  ars: (t) => [
    plain('cbu', t('column.cbu'), ({ leg }) => <CbuCell leg={leg} />, ID),
    plain('tax_id', 'CUIT', ({ leg }) => <TaxIdCell leg={leg} />, WHO),
  ],
  chain: (t) => [
    plain('network', t('column.network'), ({ leg }) => leg.network ?? <NoValue />),
    plain('hash', t('column.hash'), ({ leg }) => <HashCell leg={leg} />, ID),
    plain('seen', t('column.seen'), ({ beside }) => <SeenAtCell seenAt={beside.seenAt} />, WHO),
  ],
};

/** The columns of a rail’s legs. */
export function legColumns(rail: Rail, t: Translator<'reconciliation'>): readonly Column[] {
  return [
    {
      name: 'when',
      head: t('column.occurred'),
      sort: { falling: '-occurred_at', rising: 'occurred_at' },
      className: 'max-md:[grid-area:when]',
      cell: (shown) => <Opener {...shown} />,
    },
    plain('kind', t('column.kind'), ({ leg }) => <TwoLineKind {...leg} />, 'max-md:[grid-area:kind]'),
    plain(
      'direction',
      t('column.direction'),
      ({ leg }) => <Direction direction={leg.direction} />,
      'max-md:[grid-area:direction] max-md:text-right',
    ),
    {
      name: 'amount',
      head: t('column.shown'),
      sort: { falling: '-amount', rising: 'amount' },
      headClass: 'text-right',
      className: 'text-right max-md:[grid-area:amount] max-md:text-sm max-md:font-medium',
      cell: ({ leg }) => <MoneyText money={leg.money} />,
    },
    {
      ...plain('difference', t('column.difference'), ({ leg, beside }) => (
        <DifferenceText leg={leg} match={beside.match} />
      )),
      headClass: 'text-right',
      className: 'text-right max-md:[grid-area:difference] max-md:has-[.absent]:hidden',
    },
    plain('state', t('column.state'), (shown) => <StateCell {...shown} />, 'max-md:[grid-area:state]'),
    ...OF_RAIL[rail](t),
    plain(
      'line',
      t('column.line'),
      (shown) => <LinesCell {...shown} />,
      'max-md:[grid-area:line] max-md:has-[.absent]:hidden',
    ),
  ];
}

function Opener({ leg, zone }: LegCell) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const legs = useTranslations('legs');
  return (
    <Link
      href={legHref(leg.id)}
      data-row-link
      prefetch={false}
      className="block w-fit scroll-my-14 rounded-sm outline-offset-4 max-md:scroll-my-20"
    >
      <TwoLineInstant at={leg.occurredAt} zone={zone} />
      <span className="sr-only">
        {t('cell.open', {
          provider: PROVIDER_LABELS[leg.provider],
          kind: words(`kind.${leg.kind}`),
          direction: legs(`direction.${leg.direction}`),
        })}
      </span>
    </Link>
  );
}

function StateCell({ leg, beside }: LegCell) {
  return (
    <span className="flex flex-col items-start gap-1">
      <StateBadge state={leg.state} expectation={leg.expectation} />
      {leg.reasons.map((reason) => (
        <ReasonChip
          key={reason}
          reason={reason}
          difference={beside.differences.find((difference) => difference.reason === reason)}
        />
      ))}
    </span>
  );
}

function LinesCell({ beside }: LegCell) {
  const t = useTranslations('reconciliation');
  const lines = beside.match?.lines ?? [];
  const [first] = lines;
  if (!first) return <NoValue />;
  return (
    <span className="block text-xs whitespace-nowrap">
      <Link href={lineHref(first.seq)} className="rounded-sm underline decoration-line-strong underline-offset-3">
        <Day day={first.bookedOn} />
      </Link>
      <span className="block max-w-44 truncate text-ink-2" title={first.accountName}>
        {lines.length > 1
          ? t('cell.andMore', { account: first.accountName, count: lines.length - 1 })
          : first.accountName}
      </span>
    </span>
  );
}
