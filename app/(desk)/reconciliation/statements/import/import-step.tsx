import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { ImportForm } from '@/components/statements/import-form';
import { importHref } from '@/components/statements/import-query';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { formatBytes } from '@/components/webhooks/byte-text';
import { importFile } from './actions';
import type { StepProps } from './step-props';

/** The last look before it is done. */
export function ImportStep({ query, account, upload }: StepProps) {
  const t = useTranslations('statements');
  const region = useRegion();
  return (
    <SectionCard title={t('import.title')} className="max-w-2xl" bodyClassName="space-y-4">
      <FactList>
        <Fact label={t('import.file')}>{upload.name}</Fact>
        <Fact label={t('import.size')}>{formatBytes(upload.size, region)}</Fact>
        <Fact label="SHA-256">
          <code className="font-mono text-xs">{upload.hash}</code>
        </Fact>
        <Fact label={t('import.account')}>{account.name}</Fact>
      </FactList>
      <p className="text-body text-ink-2">{t('import.whole')}</p>
      <div className="flex flex-wrap items-start gap-2">
        <ButtonLink href={importHref({ ...query, step: 'preview' })}>{t('import.back')}</ButtonLink>
        <ImportForm account={account.id} upload={upload.id} action={importFile} />
      </div>
    </SectionCard>
  );
}
