'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type RefObject, useId } from 'react';
import { useReader } from '@/components/language/reader';
import { Button } from '@/components/ui/button';
import { DIALOG } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { type Said, spoken } from '@/lib/language/said';
import { useLetters } from './letters';

/** One line of the sheet: keys of which each does the same. */
export type KeyLine = { readonly keys: readonly string[]; readonly does: Said | string };

type Props = {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly lines: readonly KeyLine[];
  /** A sentence that names the keys that work while letters are off. */
  readonly always?: string;
};

/** What each key does, and the switch for those of one character. */
export function KeySheet({ dialog, title, lines, always }: Props) {
  const t = useTranslations('keys');
  const reader = useReader();
  const heading = useId();
  const [areLettersOn, setAreLettersOn] = useLetters();
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={DIALOG}>
      <div className="space-y-3 p-4">
        <h2 id={heading} className="text-base font-semibold">
          {title}
        </h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-body">
          {lines.map(({ keys, does }) => (
            <Fragment key={keys.join(' ')}>
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd className="text-ink-2">{typeof does === 'string' ? does : spoken(does, reader)}</dd>
            </Fragment>
          ))}
        </dl>
        <Checkbox
          checked={areLettersOn}
          onChange={(event) => setAreLettersOn(event.target.checked)}
          className="-mx-2 border-t border-line"
        >
          {t('sheet.letters')}
        </Checkbox>
        <p className="text-xs text-ink-2">
          {t('sheet.about')}
          {always && ` ${always}`}
        </p>
        <form method="dialog" className="text-right">
          <Button type="submit" look="primary" size="small">
            {t('sheet.close')}
          </Button>
        </form>
      </div>
    </dialog>
  );
}
