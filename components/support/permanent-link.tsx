import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/ui/card';
import { CopyWithWords } from '@/components/ui/copy-button';

/** The address under which this answer stays as it is. */
export function PermanentLink({ url }: { readonly url: string }) {
  const t = useTranslations('support');
  return (
    <SectionCard
      title={t('frozen.link')}
      description={t('frozen.hint')}
      actions={
        <CopyWithWords
          value={url}
          label={t('frozen.copy')}
          copied={t('frozen.copied')}
          notCopied={t('frozen.notCopied')}
        />
      }
    >
      <a href={url} className="font-mono text-xs break-all text-accent hover:underline">
        {url}
      </a>
    </SectionCard>
  );
}
