'use client';

import { useTranslations } from 'next-intl';
import { copyAloud } from './copy-button';

/** Copies the address of what is on screen, whole, for somebody else. */
export function CopyLink() {
  const t = useTranslations('controls');
  const words = { copied: t('copy.linkCopied'), notCopied: t('copy.linkNotCopied') };
  return (
    <button
      type="button"
      onClick={() => void copyAloud(location.href, words)}
      className="cursor-pointer rounded-md px-1.5 py-1 text-xs font-medium whitespace-nowrap text-accent hover:underline"
    >
      {t('copy.link')}
    </button>
  );
}
