import { useTranslations } from 'next-intl';
import type { DeedAction } from '@/components/settings/deed';
import type { TimeZone } from '@/lib/time-zones';
import { type PersonLine, PersonRow } from './person-row';

type Props = {
  readonly people: readonly PersonLine[];
  readonly ownId: string;
  readonly zone: TimeZone;
  readonly change: DeedAction;
};

const HEADS = ['role', 'lastSignIn', 'second', 'sessions'] as const;

/** Everybody who has an account. */
export function PeopleTable({ people, ownId, zone, change }: Props) {
  const t = useTranslations('people');
  return (
    <table className="w-full text-body">
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="border-b border-line text-left text-xs text-ink-2">
        <tr>
          <th scope="col" className="px-4 py-2 font-medium">
            {t('head.person')}
          </th>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
              {t(`head.${head}`)}
            </th>
          ))}
          <th scope="col" className="px-3 py-2">
            <span className="sr-only">{t('head.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} isOwn={person.id === ownId} zone={zone} change={change} />
        ))}
      </tbody>
    </table>
  );
}
