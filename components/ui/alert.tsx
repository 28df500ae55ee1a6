import { CircleAlert, CircleCheck, Info, type LucideIcon, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { TONE_SOFT, TONE_TEXT, type Tone } from './tone';

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Info,
  progress: Info,
  positive: CircleCheck,
  caution: CircleAlert,
  negative: OctagonAlert,
};

type Props = {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader: only for what just went wrong. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly className?: string;
};

/** A notice inside a page. */
export function Alert({ tone = 'neutral', title, children, actions, role = 'note', className }: Props) {
  const Icon = ICONS[tone];
  return (
    <div
      role={role}
      className={classNames(
        'flex items-start gap-2.5 rounded-lg border px-3.5 py-2.5 text-body',
        TONE_SOFT[tone],
        className,
      )}
    >
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-ink-2">{children}</div>}
      </div>
      {actions}
    </div>
  );
}
