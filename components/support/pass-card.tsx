import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ForRight } from '@/components/access/rights';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import { formatInstant } from '@/lib/format';
import type { Reader } from './moment';
import { PassForm } from './pass-form';
import type { PassAction } from './pass-state';

type Props = {
  readonly id: string;
  readonly language: string;
  readonly passed: { readonly at: Date; readonly by: string } | null;
  readonly reader: Reader;
  /** `null` where the answer is frozen: what is past is not passed on. */
  readonly action: PassAction | null;
};

/** Hands the case to finance, and says when that was done, by whom, and where it stands now. */
export function PassCard({ id, language, passed, reader: { zone, region }, action }: Props) {
  const t = useTranslations('support');
  const words = {
    question: t('pass.question'),
    button: passed ? t('pass.again') : t('pass.button'),
    sending: t('pass.sending'),
  };
  if (!passed && !action) return null;
  const card = (
    <SectionCard title={t('pass.title')} bodyClassName="space-y-4 p-4">
      {passed && (
        <Alert
          tone="positive"
          role="status"
          title={t('pass.done', { when: formatInstant(passed.at, zone, region).text, who: passed.by })}
        >
          <p>{t('pass.where')}</p>
          <Link href={transactionHref(id)} className="font-medium text-accent underline underline-offset-2">
            {t('pass.open')}
          </Link>
        </Alert>
      )}
      {action && (
        <ForRight right="remark">
          <PassForm id={id} language={language} action={action} words={words} />
        </ForRight>
      )}
    </SectionCard>
  );
  return passed ? card : <ForRight right="remark">{card}</ForRight>;
}
