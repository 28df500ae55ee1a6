import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RevealProvider } from '@/components/access/masked';
import { RoleProvider } from '@/components/access/rights';
import { LettersProvider } from '@/components/keys/letters';
import { Messages } from '@/components/language/messages';
import { Rail } from '@/components/layout/rail';
import { TopBar } from '@/components/layout/top-bar';
import { requireRight } from '@/lib/access/session';
import { env } from '@/lib/env';
import { displayZone } from '@/lib/preferences';
import { LETTERS, readLetters } from '@/lib/views/letters';
import { readPreference } from '@/lib/views/preference.store';
import { chooseLocale, chooseZone, signOut } from './actions';
import { keepLetters } from './preference-actions';
import { revealValue } from './reveal-actions';
import { askSearch } from './search/actions';

/** The frame. It shows who is here but protects nothing: every page asks for its viewer itself. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await requireRight('ask');
  const t = await getTranslations('frame');
  const areLettersOn = readLetters(await readPreference(viewer.id, LETTERS));
  const { CONCILIA_MODE, JUNO_ENVIRONMENT, RIPIO_ENVIRONMENT, BRLA_ENVIRONMENT } = env();
  return (
    <RoleProvider role={viewer.role}>
      <LettersProvider areOn={areLettersOn} keep={keepLetters}>
        <div className="md:grid md:grid-cols-[3.5rem_minmax(0,1fr)] xl:grid-cols-[13.75rem_minmax(0,1fr)]">
          <a
            href="#content"
            className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-accent px-3 py-2 text-body font-medium text-on-accent focus:translate-y-0"
          >
            {t('skip')}
          </a>
          <Rail role={viewer.role} />
          <div className="flex min-h-dvh min-w-0 flex-col">
            <Messages rooms={['search']}>
              <TopBar
                viewer={viewer}
                zone={await displayZone()}
                environments={{ juno: JUNO_ENVIRONMENT, ripio: RIPIO_ENVIRONMENT, brla: BRLA_ENVIRONMENT }}
                isLocal={CONCILIA_MODE === 'local'}
                chooseZone={chooseZone}
                chooseLocale={chooseLocale}
                askSearch={askSearch}
                signOut={signOut}
              />
            </Messages>
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-[110rem] flex-1 px-4 pt-6 pb-24 outline-none md:px-6 md:pb-10"
            >
              <RevealProvider reveal={revealValue}>{children}</RevealProvider>
            </main>
          </div>
        </div>
      </LettersProvider>
    </RoleProvider>
  );
}
