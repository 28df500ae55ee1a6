import { useTranslations } from 'next-intl';

/** What a file does not tell: a dash for the eye, words for a screen reader. */
export function Absent({ words }: { readonly words?: string }) {
  const t = useTranslations('statements');
  const said = words ?? t('notTold');
  return (
    <span className="text-ink-3" title={said}>
      <span aria-hidden>–</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
