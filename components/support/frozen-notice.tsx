import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';

type Props = {
  /** `null`: the answer is of now. */
  readonly state: { readonly position: bigint; readonly moment: string } | 'unreadable' | null;
  /** Where it stands as of now. */
  readonly now: string;
};

/** Says that an answer does not move any more, and where the one of now is. */
export function FrozenNotice({ state, now }: Props) {
  const t = useTranslations('support');
  if (state === null) return null;
  if (state === 'unreadable') return <Alert tone="caution" title={t('frozen.unreadable')} />;
  return (
    <Alert
      tone="progress"
      title={t('frozen.title', { moment: state.moment })}
      actions={
        <ButtonLink href={now} size="small">
          {t('frozen.now')}
        </ButtonLink>
      }
    >
      {t('frozen.body', { position: String(state.position) })}
    </Alert>
  );
}
