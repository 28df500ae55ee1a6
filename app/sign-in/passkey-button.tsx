'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { hasPasskeys, signInWithPasskey, usePasskeys } from '@/components/access/passkey';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

/** Signs in with a passkey; not there without script, or where the browser knows none. */
export function PasskeyButton({ next }: { readonly next: string }) {
  const t = useTranslations('signIn');
  const isPossible = usePasskeys();
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const use = async () => {
    if (!hasPasskeys()) return;
    setIsBusy(true);
    setHasFailed(false);
    if (await signInWithPasskey()) return window.location.assign(next);
    setIsBusy(false);
    setHasFailed(true);
  };
  return (
    <>
      <Button className="w-full" onClick={use} disabled={!isPossible || isBusy}>
        <KeyRound aria-hidden /> {t('withPasskey')}
      </Button>
      {hasFailed && (
        <Alert role="alert" tone="negative">
          <span className="text-ink">{t('passkeyFailed')}</span>
        </Alert>
      )}
    </>
  );
}
