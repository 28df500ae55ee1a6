import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { type KeyLine, KeySheet } from '@/components/keys/key-sheet';
import type { Translator } from '@/lib/language/catalogue';

/** What each key of the workbench does. The keys are the same in every language. */
export function BenchKeySheet({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useTranslations('workbench');
  return <KeySheet dialog={dialog} title={t('key.title')} lines={keyLines(t)} always={t('key.always')} />;
}

function keyLines(t: Translator<'workbench'>): readonly KeyLine[] {
  return [
    { keys: ['←', '→'], does: t('key.side') },
    { keys: ['↑', '↓', 'j', 'k'], does: t('key.move') },
    { keys: [t('key.space')], does: t('key.select') },
    { keys: ['m'], does: t('key.m') },
    { keys: ['d'], does: t('key.d') },
    { keys: ['b'], does: t('key.b') },
    { keys: ['i'], does: t('key.i') },
    { keys: ['u'], does: t('key.u') },
    { keys: ['w'], does: t('key.w') },
    { keys: ['s'], does: t('key.s') },
    { keys: ['?'], does: t('key.sheet') },
  ];
}
