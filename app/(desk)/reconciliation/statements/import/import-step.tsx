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
  return (
    <SectionCard title="Import" className="max-w-2xl" bodyClassName="space-y-4">
      <FactList>
        <Fact label="File">{upload.name}</Fact>
        <Fact label="Size">{formatBytes(upload.size)}</Fact>
        <Fact label="SHA-256">
          <code className="font-mono text-xs">{upload.hash}</code>
        </Fact>
        <Fact label="Account">{account.name}</Fact>
      </FactList>
      <p className="text-body text-ink-2">
        The file is imported whole or not at all. It can be undone until the first of its lines is matched, and the
        account remembers how it was read.
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <ButtonLink href={importHref({ ...query, step: 'preview' })}>Back</ButtonLink>
        <ImportForm account={account.id} upload={upload.id} action={importFile} />
      </div>
    </SectionCard>
  );
}
