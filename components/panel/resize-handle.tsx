'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { NARROWEST_PANEL, readPanelWidth, WIDEST_PANEL } from '@/lib/views/panel-width';

const STEP = 20;

type Props = {
  readonly width: number;
  readonly setWidth: (width: number) => void;
  /** Called once a change has come to rest. */
  readonly keep: (width: number) => void;
};

/** The left edge of the panel: dragged, or moved by the arrows while it has the focus. */
export function ResizeHandle({ width, setWidth, keep }: Props) {
  const t = useTranslations('panel');
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (grip.current) setWidth(readPanelWidth(grip.current.width + grip.current.x - clientX));
  };
  const onPointerUp = () => {
    if (grip.current && grip.current.width !== width) keep(width);
    grip.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = readPanelWidth(width + step);
    setWidth(next);
    keep(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved has no element of its own
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('width')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST_PANEL}
      aria-valuemax={WIDEST_PANEL}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none hover:bg-accent/30 focus-visible:bg-accent/30 max-md:hidden"
    />
  );
}
