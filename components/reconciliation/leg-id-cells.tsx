import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ShortId } from '@/components/transactions/short-id';
import { NoValue } from '@/components/transactions/table-cells';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Badge } from '@/components/ui/badge';
import { readCbu } from '@/lib/identifiers/cbu';
import { explorerUrl } from '@/lib/identifiers/chain';
import { readClabe } from '@/lib/identifiers/clabe';
import { readPixId } from '@/lib/identifiers/pix';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { Beside } from '@/lib/reconciliation/beside';
import type { LegIdKind } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';

type LegProps = { readonly leg: LegRow };

/** The first id of a kind. */
export function legIdOf(leg: LegRow, wanted: LegIdKind): string | undefined {
  return leg.ids.find(({ kind }) => kind === wanted)?.value;
}

/** An account number over the bank that its first digits name. */
export function ClabeCell({ clabe, label }: { readonly clabe: string | null; readonly label: string }) {
  if (clabe === null) return <NoValue />;
  return <Numbered value={clabe} label={label} under={readClabe(clabe)?.bank ?? null} />;
}

export function CbuCell({ leg }: LegProps) {
  const t = useTranslations('reconciliation');
  const value = legIdOf(leg, 'cbu');
  if (value === undefined) return <NoValue />;
  const read = readCbu(value);
  const under = read && [read.form, read.institution].filter(Boolean).join(' · ');
  return <Numbered value={value} label={read?.form ?? t('cell.account')} under={under} />;
}

export function TaxIdCell({ leg }: LegProps) {
  const t = useTranslations('reconciliation');
  const value = legIdOf(leg, 'tax_id');
  return value === undefined ? (
    <NoValue />
  ) : (
    <Numbered value={value} label={t('cell.taxId')} under={leg.counterparty.name} />
  );
}

export function ClaveCell({ leg }: LegProps) {
  const t = useTranslations('reconciliation');
  const value = legIdOf(leg, 'clave_rastreo');
  return value === undefined ? <NoValue /> : <ShortId value={value} label={t('cell.clave')} head={8} tail={6} />;
}

/** An end-to-end id with what it tells by itself; a pay-in has only its deposit id, and its line is inferred. */
export function E2eCell({ leg, depositId }: LegProps & { readonly depositId: string | null }) {
  const t = useTranslations('reconciliation');
  const value = legIdOf(leg, 'e2e');
  if (value === undefined) {
    if (leg.direction === 'out') return <NoValue />;
    if (depositId === null) return <Inferred />;
    return (
      <span className="block">
        <ShortId value={depositId} label={t('cell.depositId')} tag={t('cell.deposit')} head={6} tail={4} />
        <Inferred />
      </span>
    );
  }
  const read = readPixId(value);
  const under = read && [read.institution ?? `ISPB ${read.ispb}`, momentText(read.moment)].filter(Boolean).join(' · ');
  return <Numbered value={value} label={t('cell.e2e')} under={under} />;
}

/** Told where a payment has no id that a bank shows. */
export function Inferred() {
  const t = useTranslations('reconciliation');
  return (
    <span className="block text-xs text-ink-2 italic" title={t('cell.inferredTitle')}>
      {t('cell.inferred')}
    </span>
  );
}

/** The minute inside an end-to-end id: "2026-03-14 15:02 UTC". */
function momentText(moment: string | null): string | null {
  return moment && `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;
}

export function HashCell({ leg }: LegProps) {
  const t = useTranslations('reconciliation');
  const value = legIdOf(leg, 'tx_hash');
  if (value === undefined) return <NoValue />;
  const explorer = leg.network && explorerUrl('tx', leg.network, value, leg.environment);
  return (
    <span className="block">
      <ShortId value={value} label={t('cell.hash')} head={8} tail={6} />
      {explorer && (
        <a
          href={explorer}
          target="_blank"
          rel="noopener noreferrer"
          className="block w-fit rounded-sm text-xs text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {new URL(explorer).host}
        </a>
      )}
    </span>
  );
}

export function SeenAtCell({ seenAt }: Pick<Beside, 'seenAt'>) {
  const t = useTranslations('reconciliation');
  const [first] = seenAt;
  if (!first) return <NoValue />;
  const providers = [...new Set(seenAt.map(({ provider }) => PROVIDER_LABELS[provider]))].join(', ');
  return (
    <Link href={transactionHref(first.transactionId)} className="rounded-sm">
      <Badge tone="positive" title={t('cell.seenAtTitle')}>
        {t('cell.seenAt', { providers })}
      </Badge>
    </Link>
  );
}

type NumberedProps = { readonly value: string; readonly label: string; readonly under: string | null };

function Numbered({ value, label, under }: NumberedProps) {
  return (
    <span className="block">
      <ShortId value={value} label={label} head={8} tail={6} />
      {under && (
        <span className="block max-w-64 truncate text-xs text-ink-2" title={under}>
          {under}
        </span>
      )}
    </span>
  );
}
