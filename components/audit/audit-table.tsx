import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/transactions/disclosure';
import { Instant } from '@/components/transactions/instant';
import { changesOf, toldBy } from '@/lib/audit/diff';
import { type AuditEntry, isAuditAction } from '@/lib/audit/entry';
import { hrefOfObject, isObjectKind } from '@/lib/audit/object';
import type { TimeZone } from '@/lib/time-zones';

const CELLS = '[&>*]:px-3 [&>*]:py-2.5 [&>*]:first:pl-4 [&>*]:last:pr-4';

/** The log, the latest first; each row opens to its reason and to what changed. */
export function AuditTable({ rows, zone }: { readonly rows: readonly AuditEntry[]; readonly zone: TimeZone }) {
  const t = useTranslations('audit');
  return (
    <table className="w-full min-w-3xl border-collapse text-body">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr className={`border-b border-line text-left text-xs text-ink-2 [&>th]:font-medium ${CELLS}`}>
          <th scope="col" className="text-right">
            {t('number')}
          </th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('on')}</th>
          <th scope="col">{t('address')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <tr
            key={String(entry.seq)}
            className={`border-b border-line align-top last:border-0 hover:bg-canvas ${CELLS}`}
          >
            <td className="text-right text-xs text-ink-2 tabular-nums">{String(entry.seq)}</td>
            <td>
              <Instant at={entry.at} zone={zone} />
            </td>
            <td className="max-w-56 [overflow-wrap:anywhere]">{entry.actor === 'desk' ? t('desk') : entry.actor}</td>
            <td className="min-w-56">
              <span className="font-medium">
                {isAuditAction(entry.action) ? t(`action.${entry.action}`) : entry.action}
              </span>
              <Detail entry={entry} />
            </td>
            <td className="max-w-72">
              <ObjectOf entry={entry} />
            </td>
            <td className="font-mono text-xs leading-5 whitespace-nowrap">{entry.address ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ObjectOf({ entry: { objectKind, objectId } }: { readonly entry: AuditEntry }) {
  const t = useTranslations('audit');
  const href = hrefOfObject(objectKind, objectId);
  return (
    <>
      <span className="text-xs text-ink-2">{isObjectKind(objectKind) ? t(`object.${objectKind}`) : objectKind}</span>{' '}
      {href ? (
        <Link href={href} prefetch={false} className="text-xs [overflow-wrap:anywhere] text-accent hover:underline">
          {objectId}
        </Link>
      ) : (
        <span className="text-xs [overflow-wrap:anywhere]">{objectId}</span>
      )}
    </>
  );
}

function Detail({ entry: { detail } }: { readonly entry: AuditEntry }) {
  const t = useTranslations('audit');
  const [changes, told] = [changesOf(detail), toldBy(detail)];
  if (changes.length + told.length === 0) return null;
  return (
    <Disclosure summary={t('detail')} className="mt-0.5">
      {changes.length > 0 && (
        <table className="mb-2 border-collapse text-xs [&_td]:px-2 [&_td]:py-1 [&_th]:px-2 [&_th]:py-1 [&_th]:text-left [&_th]:font-medium">
          <caption className="sr-only">{t('changed')}</caption>
          <thead className="text-ink-2">
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          {/* As it was recorded: names of fields and codes. */}
          <tbody translate="no">
            {changes.map(({ name, before, after }) => (
              <tr key={name} className="border-t border-line align-top">
                <th scope="row">{name}</th>
                <td className="[overflow-wrap:anywhere] text-ink-2">
                  {before === null ? '—' : <del className="no-underline">{before}</del>}
                </td>
                <td className="[overflow-wrap:anywhere]">
                  {after === null ? '—' : <ins className="no-underline">{after}</ins>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {told.length > 0 && (
        <dl translate="no" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
          {told.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Disclosure>
  );
}
