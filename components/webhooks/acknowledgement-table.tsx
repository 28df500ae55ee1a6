import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/transactions/disclosure';
import { Instant } from '@/components/transactions/instant';
import { CopyButton } from '@/components/ui/copy-button';
import type { ListedAcknowledgement } from '@/lib/events/acknowledgement';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { AnswererText } from './answerer-text';
import { withVisibleControls } from './body-text';
import { RecoveryBadge } from './recovery-badge';
import { type RecoveryAction, RecoveryForm, UndoRecoveryForm } from './recovery-form';

const HEADS = ['answered', 'provider', 'path', 'answer', 'answeredBy', 'from', 'sentBy', 'recovered'] as const;
type Props = {
  readonly rows: readonly ListedAcknowledgement[];
  readonly zone: TimeZone;
  /** What marks one and takes the mark away; `null` for who may not. */
  readonly actions: { readonly mark: RecoveryAction; readonly undo: RecoveryAction } | null;
};

/** Answers that a provider took for "delivered" without our having the bytes, newest first. */
export function AcknowledgementTable({ rows, zone, actions }: Props) {
  const t = useTranslations('acknowledgements');
  return (
    <table className="w-full min-w-6xl border-collapse text-body">
      <caption className="sr-only">{t('lost.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${head === 'answer' ? 'text-right' : ''}`}
            >
              {t(`lost.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id} className="border-b border-line last:border-0 hover:bg-canvas">
          <tr className="align-top [&>td]:px-3 [&>td]:pt-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4">
            <td className="font-medium">
              <Instant at={row.answeredAt} zone={zone} />
            </td>
            <td>
              {row.provider ? (
                <span title={t('lost.byAddress')}>{PROVIDER_LABELS[row.provider]}</span>
              ) : (
                <span className="whitespace-nowrap text-ink-2 italic">{t('lost.nobodys')}</span>
              )}
            </td>
            <td className="min-w-56 font-mono text-xs leading-5 break-all">{withVisibleControls(row.path)}</td>
            <td className="text-right tabular-nums">{row.status}</td>
            <td>
              <AnswererText answeredBy={row.answeredBy} />
            </td>
            <td className="font-mono text-xs leading-5 whitespace-nowrap">{withVisibleControls(row.sourceAddress)}</td>
            <td className="text-xs leading-5 [overflow-wrap:anywhere]">
              {row.userAgent ? (
                withVisibleControls(row.userAgent)
              ) : (
                <span className="text-ink-2 italic">{t('notTold')}</span>
              )}
            </td>
            <td className="max-w-72 min-w-40">
              <RecoveryBadge recovery={row.recovery} zone={zone} />
            </td>
          </tr>
          <tr>
            <td colSpan={HEADS.length} className="pt-0.5 pb-2">
              {/* It stays in view while the columns scroll away under it on a narrow screen. */}
              <div className="sticky left-0 max-w-[min(100%,100vw-2.25rem)] px-4">
                <Under row={row} actions={actions} />
              </div>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** The line as the proxy wrote it, and the form to mark it or to take the mark away; side by side while closed. */
function Under({ row, actions }: { readonly row: ListedAcknowledgement; readonly actions: Props['actions'] }) {
  const t = useTranslations('acknowledgements');
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5 [&>details[open]]:basis-full">
      <Disclosure summary={t('lost.logLine')}>
        <p className="flex items-start gap-1 rounded-lg border border-line bg-sunken p-2">
          <code className="min-w-0 flex-1 font-mono text-xs break-all">{withVisibleControls(row.line)}</code>
          <CopyButton value={row.line} label={t('lost.theLine')} />
        </p>
      </Disclosure>
      {actions && row.recovery && <UndoRecoveryForm id={row.id} action={actions.undo} />}
      {actions && !row.recovery && (
        <Disclosure summary={t('recovery.mark')}>
          <RecoveryForm id={row.id} action={actions.mark} />
        </Disclosure>
      )}
    </div>
  );
}
