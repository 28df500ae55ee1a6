import type { ReactNode } from 'react';
import type { ShownParameter } from '@/lib/openapi/reference';
import { Code, Inline, Words } from './prose';

const HEADS = ['Parameter', 'Type', 'What it does'];
const CELL = 'px-3 py-2 first:pl-0 last:pr-0 max-md:block max-md:px-0 max-md:py-0.5';

type Props = { readonly parameters: readonly ShownParameter[]; readonly caption: string };

/** What an operation can be asked with; on a phone each parameter is a block. The roles stay when the boxes change. */
export function ParameterTable({ parameters, caption }: Props) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table laid out as blocks loses the roles it has by itself
    <table role="table" className="w-full table-fixed border-collapse text-body max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head, at) => (
            <th
              key={head}
              role="columnheader"
              scope="col"
              className={`px-3 py-1.5 font-medium first:pl-0 last:pr-0 ${at === 2 ? '' : 'w-[22%]'}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {parameters.map((one) => (
          <tr
            key={`${one.place} ${one.name}`}
            role="row"
            className="border-b border-line align-top last:border-0 max-md:block max-md:py-2.5"
          >
            <th role="rowheader" scope="row" className={`${CELL} text-left font-normal`}>
              <code className="font-mono text-xs font-medium break-all text-ink">{one.name}</code>
              <Marks parameter={one} />
            </th>
            <Cell className="text-xs text-ink-2">{one.type}</Cell>
            <Cell>
              <span className="text-ink-2">
                <Inline text={one.description} />
              </span>
              {one.usual !== null && (
                <span className="text-ink-2">
                  {' '}
                  Without it: <Code>{one.usual}</Code>
                </span>
              )}
              <Words words={one.words} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: a table laid out as blocks loses the roles it has by itself
  );
}

function Marks({ parameter: { place, isRequired, isDeprecated } }: { readonly parameter: ShownParameter }) {
  const marks = [place === 'query' ? null : `in the ${place}`, isRequired && 'required', isDeprecated && 'deprecated'];
  const said = marks.filter(Boolean).join(', ');
  return said && <span className="block text-xs text-ink-2">{said}</span>;
}

function Cell({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" className={`${CELL} ${className ?? ''}`}>
      {children}
    </td>
  );
}
