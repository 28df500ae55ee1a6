import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';
import type { Rail } from '@/lib/reconciliation/leg';

export type ReconciliationTab = 'overview' | Rail | 'statements' | 'workbench' | 'exceptions' | 'rules';

const TABS: readonly { readonly name: ReconciliationTab; readonly href: string; readonly label: string }[] = [
  { name: 'overview', href: '/reconciliation', label: 'Overview' },
  { name: 'spei', href: '/reconciliation/rails/spei', label: 'SPEI' },
  { name: 'pix', href: '/reconciliation/rails/pix', label: 'PIX' },
  { name: 'ars', href: '/reconciliation/rails/ars', label: 'ARS' },
  { name: 'chain', href: '/reconciliation/rails/chain', label: 'On-chain' },
  { name: 'statements', href: '/reconciliation/statements', label: 'Statements' },
  { name: 'workbench', href: '/reconciliation/workbench', label: 'Workbench' },
  { name: 'exceptions', href: '/reconciliation/exceptions', label: 'Exceptions' },
  { name: 'rules', href: '/reconciliation/rules', label: 'Rules and runs' },
];

/** The views of what the banks say against what the providers say; the URL says which one is open. */
export function ReconciliationTabs({
  current,
  className,
}: {
  readonly current: ReconciliationTab;
  readonly className?: string;
}) {
  const tabs: LinkTab[] = TABS.map(({ name, href, label }) => ({ href, label, isCurrent: name === current }));
  return <LinkTabs tabs={tabs} label="Reconciliation views" className={className} />;
}
