'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-button';
import { Field, Input } from '@/components/ui/field';
import type { CodesAction, CodesState } from './codes';

type Props = {
  readonly isOn: boolean;
  readonly actions: Readonly<Record<'setUp' | 'switchOn' | 'switchOff' | 'renew', CodesAction>>;
};

const EMPTY: CodesState = { tone: null, message: null };

/** The codes of an authenticator app: set up with the password, switched on by a first code, and off again. */
export function CodesCard({ isOn, actions }: Props) {
  const t = useTranslations('you');
  const [begun, begin, isBeginning] = useActionState(actions.setUp, EMPTY);
  const [on, switchOn, isSwitching] = useActionState(actions.switchOn, EMPTY);
  const [off, switchOff, isStopping] = useActionState(actions.switchOff, EMPTY);
  const [renewed, renew, isRenewing] = useActionState(actions.renew, EMPTY);
  if (isOn) {
    return (
      <div className="space-y-3">
        <p className="text-body">
          <Badge tone="positive">{t('codes.on')}</Badge>
        </p>
        <Note state={on} />
        <BackupCodes codes={renewed.backupCodes ?? begun.backupCodes} />
        <Note state={renewed} />
        <Note state={off} />
        <form action={renew} className="space-y-3">
          <PasswordField />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" disabled={isRenewing || isStopping}>
              {t('codes.renew')}
            </Button>
            <Button type="submit" formAction={switchOff} disabled={isRenewing || isStopping}>
              {t('codes.stop')}
            </Button>
          </div>
        </form>
      </div>
    );
  }
  return (
    <div className="space-y-3">
      <p className="text-body text-ink-2">{t('codes.off')}</p>
      <Note state={off} />
      <Note state={begun} />
      {begun.setUp ? (
        <>
          <Secret setUp={begun.setUp} />
          <BackupCodes codes={begun.backupCodes} />
          <Note state={on} />
          <form action={switchOn} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3">
            <Field label={t('codes.code')}>
              <Input
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={10}
                required
                className="font-mono"
              />
            </Field>
            <Button type="submit" look="primary" disabled={isSwitching}>
              {t('codes.confirm')}
            </Button>
          </form>
        </>
      ) : (
        <form action={begin} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3">
          <PasswordField />
          <Button type="submit" disabled={isBeginning}>
            {t('codes.start')}
          </Button>
        </form>
      )}
    </div>
  );
}

function PasswordField() {
  const t = useTranslations('you');
  return (
    <Field label={t('codes.password')}>
      <Input name="password" type="password" autoComplete="current-password" maxLength={200} required />
    </Field>
  );
}

function Note({ state: { tone, message } }: { readonly state: CodesState }) {
  if (!tone || !message) return null;
  return (
    <Alert role={tone === 'negative' ? 'alert' : 'status'} tone={tone}>
      <span className="text-ink">{message}</span>
    </Alert>
  );
}

/** A quiet zone of four modules stands around the picture, and it is dark on light in both themes: apps need that. */
function Secret({ setUp: { uri, secret, path, size } }: { readonly setUp: NonNullable<CodesState['setUp']> }) {
  const t = useTranslations('you');
  return (
    <div className="flex flex-wrap items-start gap-4">
      <svg
        role="img"
        aria-label={t('codes.picture')}
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        shapeRendering="crispEdges"
        className="size-44 shrink-0 rounded-lg border border-line bg-white"
      >
        <path d={path} fill="#000" />
      </svg>
      <div className="min-w-0 flex-1 space-y-2 text-body">
        <p>{t('codes.scan')}</p>
        <p>
          <span className="block text-xs text-ink-2">{t('codes.secret')}</span>
          <code className="font-mono text-xs [overflow-wrap:anywhere]">{secret}</code>
        </p>
        <a href={uri} className="text-xs text-accent hover:underline [overflow-wrap:anywhere]">
          otpauth://
        </a>
      </div>
    </div>
  );
}

function BackupCodes({ codes }: { readonly codes: readonly string[] | undefined }) {
  const t = useTranslations('you');
  if (!codes) return null;
  return (
    <div className="rounded-lg border border-line bg-sunken p-3">
      <p className="text-body font-medium">{t('codes.backup')}</p>
      <p className="text-xs text-ink-2">{t('codes.backupAbout')}</p>
      <ul aria-label={t('codes.backup')} className="my-2 grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-xs">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyTextButton value={codes.join('\n')} label={t('codes.backup')} />
    </div>
  );
}
