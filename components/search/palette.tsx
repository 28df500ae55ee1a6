'use client';

import { Command } from 'cmdk';
import { Filter, ListChecks, LoaderCircle, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useRegion } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { Kbd } from '@/components/ui/kbd';
import { formatCount } from '@/lib/format';
import { type Said, said } from '@/lib/language/said';
import { completionsOf } from '@/lib/search-completion';
import { readAsked } from '@/lib/search-text';
import type { TimeZone } from '@/lib/time-zones';
import { parseGrammar } from '@/lib/transactions/grammar-text';
import { PaletteCommands, RecentSearches } from './palette-commands';
import { hitValue, PaletteHits, PaletteSuggestions } from './palette-hits';
import { PaletteGroup, PaletteItem } from './palette-item';
import { OtherReadings, PaletteReading } from './palette-reading';
import { rememberSearch } from './recent-searches';
import { type Asking, useAnswer } from './use-answer';

export type PaletteProps = {
  readonly onClose: () => void;
  readonly ask: (data: FormData) => Promise<void>;
  readonly zone: TimeZone;
  readonly chooseZone: (data: FormData) => Promise<void>;
};

/** Everything by keyboard: find by any id, filter the payments, look up a column, go somewhere, set theme and zone. */
export function Palette({ onClose, ask, zone, chooseZone }: PaletteProps) {
  const t = useTranslations('frame');
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [typed, setTyped] = useState('');
  const close = () => dialog.current?.close();
  useEffect(() => {
    dialog.current?.showModal();
    // A dialog puts the focus on what is first in it, which is the whole list.
    dialog.current?.querySelector('input')?.focus();
  }, []);

  const open = (href: string) => {
    rememberSearch(typed.trim());
    close();
    router.push(href);
  };
  const post = (action: (data: FormData) => Promise<void>, name: string, value: string) => {
    const data = new FormData();
    data.set(name, value);
    close();
    startTransition(() => action(data));
  };
  const search = (text: string) => {
    if (readAsked(text).kind === 'one') rememberSearch(text.trim());
    post(ask, 'text', text);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the palette closes it, as Escape does
    <dialog
      ref={dialog}
      aria-label={t('search.palette')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
      className="mx-auto mt-[10dvh] mb-auto w-[min(44rem,calc(100vw-1.5rem))] overflow-hidden rounded-xl border border-line-strong bg-surface p-0 text-ink shadow-lg backdrop:bg-black/40 max-md:mt-3"
    >
      <Asked
        typed={typed}
        setTyped={setTyped}
        search={search}
        open={open}
        close={close}
        zone={zone}
        chooseZone={(name) => post(chooseZone, 'tz', name)}
      />
    </dialog>
  );
}

type AskedProps = {
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  readonly search: (text: string) => void;
  readonly open: (href: string) => void;
  readonly close: () => void;
  readonly zone: TimeZone;
  readonly chooseZone: (zone: TimeZone) => void;
};

/** The field and what it offers. What is chosen first is an exact hit, else to search for the text. */
function Asked({ typed, setTyped, search, ...commands }: AskedProps) {
  const t = useTranslations('frame');
  const region = useRegion();
  const [as, setAs] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = readAsked(typed);
  const text = asked.kind === 'one' ? asked.text : '';
  const isFilter = parseGrammar(text).parameters.length > 0;
  const asking = useAnswer(isFilter ? '' : text, as);
  const first = firstOf(asking);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer chooses anew
  useEffect(() => setChosen(null), [asking]);
  const change = (next: string) => {
    setAs(null);
    setTyped(next);
  };
  const answer = asking.state === 'answered' ? asking.answer : null;
  return (
    <Command
      label={t('search.palette')}
      shouldFilter={false}
      loop
      vimBindings={false}
      value={chosen ?? first ?? ''}
      onValueChange={setChosen}
    >
      <Field typed={typed} change={change} isBusy={asking.state === 'asking'} />
      {answer && <PaletteReading readings={answer.readings} as={as} />}
      {asking.state === 'failed' && <Problem message={asking.message} />}
      {asked.kind === 'refused' && <Problem message={asked.message} />}
      {answer?.isCut && <Problem message={said('frame.palette.cut')} />}
      <Command.List className="max-h-[min(60dvh,32rem)] overflow-y-auto overscroll-contain">
        {answer && <PaletteHits answer={answer} typed={text} open={commands.open} ask={() => search(typed)} />}
        {asked.kind === 'one' && <AskItem text={text} isFilter={isFilter} search={search} />}
        {asked.kind === 'column' && (
          <PaletteGroup heading={t('palette.column')}>
            <PaletteItem value="ask" icon={ListChecks} onSelect={() => search(typed)}>
              {t('palette.lookUp', { count: formatCount(asked.values.length, region) })}
            </PaletteItem>
          </PaletteGroup>
        )}
        {answer && <OtherReadings readings={answer.readings} as={as} choose={setAs} />}
        {asked.kind === 'one' && <Completions typed={typed} change={change} />}
        {answer && <PaletteSuggestions answer={answer} typed={text} open={commands.open} />}
        {asked.kind === 'nothing' && <RecentSearches search={search} />}
        {(asked.kind === 'nothing' || asked.kind === 'one') && <PaletteCommands text={text} {...commands} />}
      </Command.List>
    </Command>
  );
}

function firstOf(asking: Asking): string | null {
  const group = asking.state === 'answered' ? asking.answer.groups[0] : undefined;
  const hit = group?.hits[0];
  return group && hit ? hitValue(group, hit) : null;
}

type FieldProps = {
  readonly typed: string;
  readonly change: (text: string) => void;
  readonly isBusy: boolean;
};

/** One line; a pasted column is taken whole, which a field of one line would run together. */
function Field({ typed, change, isBusy }: FieldProps) {
  const t = useTranslations('frame');
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (readAsked(pasted).kind === 'one') return;
    event.preventDefault();
    change(pasted);
  };
  const lines = typed.split(/[\r\n]+/).filter((line) => line.trim());
  const Icon = isBusy ? LoaderCircle : Search;
  return (
    <div className="flex items-center gap-2.5 border-b border-line px-4">
      <Icon
        aria-hidden
        className={isBusy ? 'size-4 shrink-0 text-ink-3 motion-safe:animate-spin' : 'size-4 shrink-0 text-ink-3'}
      />
      <Command.Input
        value={lines.length > 1 ? lines.slice(0, 20).join(' ') : typed}
        onValueChange={change}
        onPaste={onPaste}
        placeholder={t('palette.hint')}
        autoCapitalize="off"
        className="h-12 w-full min-w-0 bg-transparent text-sm text-ink outline-none placeholder:text-ink-3"
      />
      <Kbd className="px-1.5 max-md:hidden">Esc</Kbd>
    </div>
  );
}

type AskItemProps = {
  readonly text: string;
  readonly isFilter: boolean;
  readonly search: (text: string) => void;
};

function AskItem({ text, isFilter, search }: AskItemProps) {
  const t = useTranslations('frame');
  const what = { text: () => <span className="font-mono text-xs">{text}</span> };
  return (
    <PaletteGroup heading={isFilter ? t('palette.filter') : t('palette.search')}>
      <PaletteItem value="ask" icon={isFilter ? Filter : Search} onSelect={() => search(text)}>
        <span className="block truncate">
          {isFilter ? t.rich('palette.withFilter', what) : t.rich('palette.about', what)}
        </span>
      </PaletteItem>
    </PaletteGroup>
  );
}

function Completions({ typed, change }: { readonly typed: string; readonly change: (text: string) => void }) {
  const t = useTranslations('frame');
  const completions = completionsOf(typed);
  if (completions.length === 0) return null;
  return (
    <PaletteGroup heading={t('palette.completions')}>
      {completions.map(({ text, label, description }) => (
        <PaletteItem key={label} value={`filter ${label}`} icon={Filter} onSelect={() => change(text)}>
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-mono text-xs">{label}</span>
            <span className="text-xs text-ink-2">
              <Says said={description} />
            </span>
          </span>
        </PaletteItem>
      ))}
    </PaletteGroup>
  );
}

function Problem({ message }: { readonly message: Said | string }) {
  return (
    <p role="status" className="border-b border-line px-4 py-2 text-xs text-caution">
      {typeof message === 'string' ? message : <Says said={message} />}
    </p>
  );
}
