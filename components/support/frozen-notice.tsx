import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { formatInstant } from '@/lib/format';
import type { Mark } from '@/lib/support/mark';
import type { Reader } from './moment';

type Props = {
  /** `null`: the answer is of now. */
  readonly state: Mark | 'unreadable' | null;
  readonly reader: Reader;
  /** Where it stands as of now. */
  readonly now: string;
};

/** Says that an answer does not move any more, and where the one of now is. */
export function FrozenNotice({ state, reader: { zone, region }, now }: Props) {
  const t = useTranslations('support');
  const names = useTranslations('frame');
  if (state === null) return null;
  if (state === 'unreadable') return <Alert tone="caution" title={t('frozen.unreadable')} />;
  return (
    <Alert
      tone="progress"
      title={t('frozen.title', {
        moment: `${formatInstant(state.at, zone, region).text} (${names(`zone.names.${zone}`)})`,
      })}
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
