import { KeyRound, Mail, Send, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ForRight } from '@/components/access/rights';
import type { AlertChannel } from '@/lib/alerts/alert';
import { isLocale, LOCALE_NAMES } from '@/lib/language/locales';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';
import { Removal } from './removal';

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
                <Removal
                  id={id}
                  remove={deeds.remove}
                  words={{
                    open: t('channels.remove'),
                    about: t('channels.removeAbout'),
                    does: t('channels.removeDo', { name }),
                  }}
                />
              </div>
            </ForRight>
          </li>
        );
      })}
    </ul>
  );
}
