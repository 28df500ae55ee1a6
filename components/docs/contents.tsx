import type { Reference } from '@/lib/openapi/reference';
import { Method } from './operation';
import { schemaAnchor } from './schema-tree';

const LINK = 'flex items-baseline gap-2 rounded-md px-2 py-1 text-body text-ink-2 hover:bg-sunken hover:text-ink';

/** Everything on the page, as links within it. */
export function Contents({ reference }: { readonly reference: Reference }) {
  return (
    <nav
      aria-label="Contents"
      className="min-w-0 max-lg:rounded-xl max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-3 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto"
    >
      <div className="grid gap-4 sm:max-lg:grid-cols-2">
        {reference.groups.map(({ name, operations }) => (
          <div key={name}>
            <p className="px-2 pb-1 text-xs font-medium text-ink-2">{name}</p>
            <ul>
              {operations.map(({ id, method, summary }) => (
                <li key={id}>
                  <a href={`#${id}`} className={LINK}>
                    <span className="w-9 shrink-0">
                      <Method method={method} />
                    </span>
                    {summary}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>
          <p className="px-2 pb-1 text-xs font-medium text-ink-2">Schemas</p>
          <ul>
            {reference.schemas.map(({ name }) => (
              <li key={name}>
                <a href={`#${schemaAnchor(name)}`} className={LINK}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </nav>
  );
}
