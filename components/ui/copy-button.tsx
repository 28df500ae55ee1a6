'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { announce } from './announcer';
import { Button } from './button';
import { classNames } from './class-names';

type WordsProps = CopyWords & {
  readonly value: string;
  readonly label: string;
  readonly look?: 'primary' | 'secondary';
};

/** A button that copies, all of its words given: for what is said in the language of the reader. */
export function CopyWithWords({ value, label, copied, notCopied, look }: WordsProps) {
  const { isCopied, copy } = useCopy(value, { copied, notCopied });
  const Icon = isCopied ? Check : Copy;
  return (
    <Button size="small" look={look} onClick={copy}>
      <Icon aria-hidden /> {label}
    </Button>
  );
}

type Props = {
  /** The text that is copied, whole. */
  readonly value: string;
  /** What it is, for the accessible name: "Copy <label>". */
  readonly label: string;
  readonly className?: string;
};

/** Copies a text and says so. Put it inside an element with class `group` to show it on hover and focus only. */
export function CopyButton({ value, label, className }: Props) {
  const t = useTranslations('controls');
  const { isCopied, copy } = useCopy(value, useCopyWords()(label));
  const Icon = isCopied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={t('copy.action', { label })}
      title={isCopied ? t('copy.copied') : t('copy.action', { label })}
      className={classNames(
        'inline-grid size-6 shrink-0 cursor-pointer place-items-center rounded-md text-ink-3 transition-colors hover:bg-sunken hover:text-ink',
        isCopied && 'text-positive hover:text-positive',
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}

/** The same as a button with words: "Copy <label>". */
export function CopyTextButton({ value, label }: Props) {
  const t = useTranslations('controls');
  const { isCopied, copy } = useCopy(value, useCopyWords()(label));
  const Icon = isCopied ? Check : Copy;
  return (
    <Button size="small" onClick={copy}>
      <Icon aria-hidden className={isCopied ? 'text-positive' : undefined} />
      {t('copy.action', { label })}
    </Button>
  );
}

function useCopy(value: string, words: CopyWords) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    setIsCopied(await copyAloud(value, words));
  };
  return { isCopied, copy };
}

/** What is said once a text is copied, or could not be. */
export type CopyWords = { readonly copied: string; readonly notCopied: string };

/** What is said of a text by what it is called. */
export function useCopyWords(): (label: string) => CopyWords {
  const t = useTranslations('controls');
  return (label) => ({ copied: t('copy.done', { label }), notCopied: t('copy.failed', { label }) });
}

/** Copies a text and says so to screen readers; resolves to whether it is copied. */
export async function copyAloud(value: string, { copied, notCopied }: CopyWords): Promise<boolean> {
  const done = await copyText(value);
  announce(done ? copied : notCopied);
  return done;
}

/** The clipboard needs a secure page; over plain http to another host the older way still works. */
async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const isWritten = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isWritten) return true;
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  return isDone;
}
