import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';

/** Two letters for a person: of first and last name, or of the part of an e-mail address before the @. */
export function initialsOf(name: string): string {
  const [local = ''] = name.split('@');
  const words = local.split(/[\s._+-]+/).filter(Boolean);
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0]) : [...local].slice(0, 2);
  return letters.join('').toUpperCase();
}

type Props = { readonly email: string | null; readonly className?: string };

/** Who has it, as two letters with the whole address in the title. */
export function PersonInitials({ email, className }: Props) {
  const t = useTranslations('remarks');
  if (email === null)
    return <span className={classNames('text-xs text-ink-2 italic', className)}>{t('person.nobody')}</span>;
  return (
    <span
      title={email}
      className={classNames(
        'inline-grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-2xs font-semibold text-accent',
        className,
      )}
    >
      <span aria-hidden>{initialsOf(email)}</span>
      <span className="sr-only">{t('person.assigned', { email })}</span>
    </span>
  );
}
