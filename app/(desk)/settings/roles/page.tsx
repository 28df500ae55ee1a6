import { Check, Minus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may, RIGHT_NAMES, ROLES } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roles'))('title') };
}

/** The matrix of roles and rights, as it is enforced. */
export default async function RolesPage() {
  const viewer = await requireRight('ask');
  const t = await getTranslations('roles');
  return (
    <section aria-labelledby="matrix" className="space-y-5">
      <h2 id="matrix" className="sr-only">
        {t('title')}
      </h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {ROLES.map((role) => (
          <div key={role} className="rounded-xl border border-line bg-surface px-4 py-3">
            <dt className="flex items-center gap-2 text-body font-semibold">
              {t(`name.${role}`)}
              {role === viewer.role && (
                <span className="rounded-md bg-accent-soft px-1.5 text-xs font-medium text-accent">{t('own')}</span>
              )}
            </dt>
            <dd className="mt-0.5 text-body text-ink-2">{t(`about.${role}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="overflow-x-auto rounded-xl border border-line bg-surface">
        <table className="w-full text-body">
          <thead className="border-b border-line text-left text-xs text-ink-2">
            <tr>
              <th scope="col" className="px-4 py-2 font-medium">
                {t('rightHead')}
              </th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="px-3 py-2 text-center font-medium whitespace-nowrap">
                  {t(`name.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {RIGHT_NAMES.map((right) => (
              <tr key={right} className="border-b border-line last:border-0">
                <th scope="row" className="px-4 py-2 text-left font-normal">
                  {t(`right.${right}`)}
                </th>
                {ROLES.map((role) => (
                  <td key={role} className="px-3 py-2 text-center">
                    {may({ role }, right) ? (
                      <Check role="img" aria-label={t('yes')} className="mx-auto size-4 text-positive" />
                    ) : (
                      <Minus role="img" aria-label={t('no')} className="mx-auto size-4 text-ink-3" />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
