import Link from 'next/link';
import { importHref } from '@/components/statements/import-query';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { displayZone } from '@/lib/preferences';
import type { BankAccount } from '@/lib/statements/account';
import type { FirstImport } from '@/lib/statements/import.store';
import type { Upload } from '@/lib/statements/upload';

type Props = { readonly first: FirstImport; readonly upload: Upload; readonly account: BankAccount };

/** The same bytes were imported already: said before anybody looks at a preview full of duplicates. */
export async function SameFile({ first, upload, account }: Props) {
  const zone = await displayZone();
  return (
    <Alert
      role="alert"
      tone="caution"
      title="This file has been imported already"
      actions={
        <ButtonLink size="small" href={importHref({ account: account.id })}>
          Choose another file
        </ButtonLink>
      }
    >
      {upload.name} is, byte for byte, what {first.importedBy} imported into {account.name} at{' '}
      <Instant at={first.importedAt} zone={zone} />:{' '}
      <Link href={`/reconciliation/statements/${first.statementId}`} className="text-accent hover:underline">
        its first import
      </Link>
      .
    </Alert>
  );
}
