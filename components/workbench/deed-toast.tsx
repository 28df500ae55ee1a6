import { CircleAlert, CircleCheck, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import type { Undo } from '@/lib/reconciliation/workbench-view';
import type { Deed } from './deed';

type Props = { readonly deed: Deed | null; readonly undo: (what: Undo) => void; readonly close: () => void };

const LOOKS = {
  done: { icon: CircleCheck, tone: 'text-positive' },
  waiting: { icon: Hourglass, tone: 'text-ink-2' },
  refused: { icon: CircleAlert, tone: 'text-negative' },
} as const satisfies Record<Deed['outcome'], object>;

/** What was just done, for ten seconds, with its Undo; what could not be done stays until it is closed. */
export function DeedToast({ deed, undo, close }: Props) {
  const t = useTranslations('workbench');
  const what = deed?.outcome === 'done' ? deed.undo : null;
  const { icon: Icon, tone } = LOOKS[deed?.outcome ?? 'done'];
  const link = deed && 'link' in deed ? deed.link : undefined;
  return (
    <div role="status" className="pointer-events-none fixed inset-x-3 top-20 z-40 flex justify-center">
      {deed && (
        <div className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-xl border border-line-strong bg-surface px-3.5 py-2 text-body shadow-lg">
          <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
          <span className="min-w-0">{deed.says}</span>
          {link && (
            <ButtonLink href={link.href} size="small" prefetch={false}>
              {link.words}
            </ButtonLink>
          )}
          {what && (
            <Button size="small" onClick={() => undo(what)}>
              {t('undo')}
            </Button>
          )}
          {!what && (
            <Button size="small" look="ghost" onClick={close}>
              {t('close')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
