import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { Rail } from '@/lib/reconciliation/leg';

export type ReconciliationTab = 'overview' | Rail | 'statements' | 'workbench' | 'exceptions' | 'rules';

/** The views of what the banks say against what the providers say; the URL says which one is open. */
export function ReconciliationTabs({
  current,
  className,
}: {
  readonly current: ReconciliationTab;
  readonly className?: string;
}) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const tab = (name: ReconciliationTab, path: string, label: string) => ({
    href: `/reconciliation${path}`,
    label,
    isCurrent: name === current,
  });
  const tabs = [
    tab('overview', '', t('tab.overview')),
    tab('spei', '/rails/spei', 'SPEI'),
    tab('pix', '/rails/pix', 'PIX'),
    tab('ars', '/rails/ars', 'ARS'),
    tab('chain', '/rails/chain', words('railTitle.chain')),
    tab('statements', '/statements', t('tab.statements')),
    tab('workbench', '/workbench', t('tab.workbench')),
    tab('exceptions', '/exceptions', t('tab.exceptions')),
    tab('rules', '/rules', t('tab.rules')),
  ];
  return <LinkTabs tabs={tabs} label={t('tab.label')} className={className} />;
}
