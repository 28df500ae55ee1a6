import { MoveRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { amountText } from '@/lib/format';
import type { Guess } from '@/lib/statements/detect-values';
import { wordsOf } from '@/lib/statements/words';
import { useSettingWords } from './setting-words';

/** What was detected, each with values from the file before and after it is applied. */
export function GuessList({ guesses }: { readonly guesses: readonly Guess[] }) {
  const t = useTranslations('statements');
  const reader = useReader();
  const settings: Readonly<Partial<Record<Guess['setting'], Readonly<Record<string, string>>>>> = useSettingWords();
  if (guesses.length === 0) return null;
  return (
    <dl aria-label={t('guess.label')} className="grid gap-x-4 gap-y-3 text-body sm:grid-cols-2">
      {guesses.map(({ setting, value, samples }) => (
        <div
          key={setting}
          className={`min-w-0 border-l-2 border-line pl-3 ${setting === 'delimiter' ? 'sm:col-span-2' : ''}`}
        >
          <dt className="text-xs text-ink-2">{t(`guess.setting.${setting}`)}</dt>
          <dd className="font-medium text-ink">
            {(typeof value === 'string' && settings[setting]?.[value]) || wordsOf(value, reader)}
          </dd>
          {samples.map(({ before, after }) => (
            <dd key={before} className="flex flex-wrap items-center gap-x-1.5 font-mono text-xs leading-5 text-ink-2">
              <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">{before}</span>
              <MoveRight aria-label={t('guess.becomes')} className="size-3 shrink-0" />
              <span className="[overflow-wrap:anywhere] text-ink">
                {setting === 'decimal' && typeof after === 'string'
                  ? amountText(after, reader.region)
                  : wordsOf(after, reader)}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
