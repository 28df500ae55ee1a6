'use client';

import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useEffect, useRef } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button, ButtonLink } from '@/components/ui/button';
import { useNonce } from '@/components/ui/nonce';
import { PanelBody, type PanelWords } from './panel-body';
import type { PanelSource } from './panel-content';
import { ResizeHandle } from './resize-handle';
import type { PanelState } from './use-panel';

type Props = {
  readonly source: PanelSource;
  readonly panel: PanelState;
  /** How many rows the page has. */
  readonly count: number;
  readonly hrefOf: (id: string) => string;
  readonly words: PanelWords;
};

/** On a phone it covers the list. */
const PHONE = '(width < 48rem)';

/** The open row of a list, as its own page shows it, in one column beside the list; nothing where none is open. */
export function Panel(props: Props) {
  const { openId } = props.panel;
  return openId === null ? null : <OpenPanel {...props} openId={openId} />;
}

function OpenPanel({ source, panel, count, openId, hrefOf, words }: Props & { readonly openId: string }) {
  const t = useTranslations('panel');
  const { shown, at, previous, next, open, close, width } = panel;
  const title = shown.outcome === 'found' ? shown.title : words.one;
  const dialog = useDialog(openId, panel.isFirst);
  const place = at >= 0 ? t('place', { at: at + 1, count }) : t('elsewhere');
  useEffect(() => {
    if (shown.outcome === 'found') announce(`${shown.title}, ${place}`);
  }, [shown, place]);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    close();
  };
  return (
    <dialog
      ref={dialog}
      open
      data-panel
      tabIndex={-1}
      aria-label={title}
      onCancel={onCancel}
      style={{ width }}
      className="fixed top-14 right-0 bottom-0 left-auto z-20 m-0 flex h-auto max-h-none max-w-full flex-col border-l border-line-strong bg-canvas p-0 text-ink shadow-lg outline-none max-md:inset-0 max-md:z-40 max-md:w-full! max-md:border-0"
    >
      <MakeRoom width={width} />
      <ResizeHandle width={width} setWidth={panel.setWidth} keep={source.keepWidth} />
      <header className="flex shrink-0 items-center gap-1 border-b border-line bg-surface py-2 pr-3 pl-4">
        <h2 className="min-w-0 truncate text-sm font-semibold">{title}</h2>
        <span className="mr-auto ml-2 text-xs whitespace-nowrap text-ink-2">{place}</span>
        <Step label={words.previous} id={previous} open={open} icon={ChevronUp} />
        <Step label={words.next} id={next} open={open} icon={ChevronDown} />
        <ButtonLink href={hrefOf(openId)} look="ghost" size="small" prefetch={false}>
          <Maximize2 aria-hidden /> <span className="max-xs:sr-only">{t('openPage')}</span>
        </ButtonLink>
        <Button look="ghost" size="icon-small" aria-label={t('close')} title={t('close')} onClick={close}>
          <X aria-hidden />
        </Button>
      </header>
      {/* Another row begins at its top. */}
      <div key={openId} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">
        <PanelBody shown={shown} retry={panel.retry} words={words} />
      </div>
    </dialog>
  );
}

type StepProps = {
  readonly label: string;
  readonly id: string | null;
  readonly open: (id: string) => void;
  readonly icon: typeof ChevronUp;
};

function Step({ label, id, open, icon: Icon }: StepProps) {
  return (
    <Button
      look="ghost"
      size="icon-small"
      aria-label={label}
      title={label}
      aria-disabled={id === null}
      onClick={() => id !== null && open(id)}
    >
      <Icon aria-hidden />
    </Button>
  );
}

/** On a wide screen the list makes room, so that all of it stays within reach; on a narrower one the panel lies over it. */
function MakeRoom({ width }: { readonly width: number }) {
  const room = `@media (width >= 64rem) { #content { max-width: none; padding-right: ${width + 16}px } }`;
  return <style nonce={useNonce()}>{room}</style>;
}

/** Takes the focus whenever a person opens a row, and makes it a modal dialog on a phone, where nothing else is in sight. */
function useDialog(openId: string, isFirst: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const phone = window.matchMedia(PHONE);
    const adapt = () => {
      const element = dialog.current;
      if (!element || phone.matches === element.matches(':modal')) return;
      element.close();
      if (phone.matches) element.showModal();
      else element.show();
      // Not the first button in it, which the browser would take.
      element.focus();
    };
    adapt();
    phone.addEventListener('change', adapt);
    return () => phone.removeEventListener('change', adapt);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was walked away from may have had the focus
  useEffect(() => {
    if (!isFirst && !dialog.current?.contains(document.activeElement)) dialog.current?.focus();
  }, [openId, isFirst]);
  return dialog;
}
