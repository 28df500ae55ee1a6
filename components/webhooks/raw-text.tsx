'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { CopyButton } from '@/components/ui/copy-button';
import { indentJson, withVisibleControls } from './body-text';

type Props = { readonly text: string; readonly isCut: boolean; readonly className?: string };

/** A body as it came, with an indented reading beside it where it is JSON; copying always gives it as it came. */
export function RawText({ text, isCut, className }: Props) {
  const t = useTranslations('deliveries');
  const [isIndented, setIsIndented] = useState(false);
  const indented = useMemo(() => (isCut ? null : indentJson(text)), [text, isCut]);
  const shown = withVisibleControls(isIndented && indented !== null ? indented : text);
  const modes = [
    { isShown: false, label: t('body.asReceived') },
    { isShown: true, label: t('body.indented') },
  ];
  return (
    <div className={classNames('overflow-hidden rounded-lg border border-line bg-sunken', className)}>
      <div className="flex items-center justify-between gap-2 border-b border-line px-2 py-1">
        {indented !== null && indented !== text ? (
          <fieldset className="flex gap-0.5">
            <legend className="sr-only">{t('body.how')}</legend>
            {modes.map(({ isShown, label }) => (
              <button
                key={label}
                type="button"
                aria-pressed={isIndented === isShown}
                onClick={() => setIsIndented(isShown)}
                className="cursor-pointer rounded-md px-2 py-0.5 text-xs text-ink-2 hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-xs"
              >
                {label}
              </button>
            ))}
          </fieldset>
        ) : (
          <span className="px-2 text-xs text-ink-2">{t('body.asReceived')}</span>
        )}
        {!isCut && <CopyButton value={text} label={t('body.copied')} />}
      </div>
      <RawPre label={t('body.label')}>{shown}</RawPre>
    </div>
  );
}

/** Preformatted text in a box of its own; it can be scrolled by keyboard, and long lines wrap. */
export function RawPre({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-112 overflow-auto -outline-offset-2"
    >
      <pre className="p-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap text-ink">{children}</pre>
    </section>
  );
}
