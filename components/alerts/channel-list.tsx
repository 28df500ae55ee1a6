import { KeyRound, Mail, Send, Trash2, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ForRight } from '@/components/access/rights';
import { buttonClass } from '@/components/ui/button';
import type { AlertChannel } from '@/lib/alerts/alert';
import { isLocale, LOCALE_NAMES } from '@/lib/language/locales';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';

export type ChannelDeeds = { readonly test: DeedAction; readonly showSecret: DeedAction; readonly remove: DeedAction };

type Props = { readonly channels: readonly AlertChannel[]; readonly deeds: ChannelDeeds };

/** Where alerts go. Of a webhook's address only the host is shown: the rest of it often is a password. */
export function ChannelList({ channels, deeds }: Props) {
  const t = useTranslations('alerts');
  return (
    <ul className="divide-y divide-line">
      {channels.map(({ id, kind, name, target, locale }) => {
        const Icon = kind === 'email' ? Mail : Webhook;
        return (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex items-center gap-2 text-body font-medium">
                <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
                <span className="[overflow-wrap:anywhere]">{name}</span>
              </p>
              <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">
                {t(`channels.kind.${kind}`)}: {kind === 'email' ? target : `${new URL(target).origin}/…`} ·{' '}
                {isLocale(locale) ? LOCALE_NAMES[locale] : locale}
              </p>
            </div>
            <ForRight right="configure">
              <div className="flex flex-wrap items-start gap-2">
                <DeedForm action={deeds.test} hidden={{ id }}>
                  <DeedButton label={t('channels.testOf', { name })}>
                    <Send aria-hidden /> {t('channels.test')}
                  </DeedButton>
                </DeedForm>
                {kind === 'webhook' && (
                  <DeedForm action={deeds.showSecret} hidden={{ id }}>
                    <DeedButton label={t('channels.secretOf', { name })}>
                      <KeyRound aria-hidden /> {t('channels.secret')}
                    </DeedButton>
                  </DeedForm>
                )}
                <details className="min-w-0 open:basis-full">
                  <summary
                    className={buttonClass(
                      { size: 'small', look: 'ghost' },
                      'list-none [&::-webkit-details-marker]:hidden',
                    )}
                  >
                    <Trash2 aria-hidden /> {t('channels.remove')}
                  </summary>
                  <DeedForm action={deeds.remove} hidden={{ id }} className="mt-2 space-y-2">
                    <p className="max-w-64 text-xs text-ink-2">{t('channels.removeAbout')}</p>
                    <DeedButton>{t('channels.removeDo', { name })}</DeedButton>
                  </DeedForm>
                </details>
              </div>
            </ForRight>
          </li>
        );
      })}
    </ul>
  );
}
