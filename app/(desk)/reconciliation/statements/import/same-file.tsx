import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
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
  const t = await getTranslations('statements');
  const zone = await displayZone();
  return (
    <Alert
      role="alert"
      tone="caution"
      title={t('same.title')}
      actions={
        <ButtonLink size="small" href={importHref({ account: account.id })}>
          {t('same.another')}
        </ButtonLink>
      }
    >
      {t.rich('same.about', {
        file: upload.name,
        who: first.importedBy,
        account: account.name,
        at: () => <Instant at={first.importedAt} zone={zone} />,
        first: (chunks) => (
          <Link href={`/reconciliation/statements/${first.statementId}`} className="text-accent hover:underline">
            {chunks}
          </Link>
        ),
      })}
    </Alert>
  );
}
