import { SectionCard } from '@/components/ui/card';

/** What each identifier looks like; all of them invented. */
const SHAPES = [
  ['External reference', 'ORDER-2026-000481', 'Your own reference, exactly as you sent it to the provider'],
  [
    'PIX end-to-end id',
    'E18236120202603141502s0123456789',
    'E, the institution, the minute in UTC, eleven more; capitals count',
  ],
  ['Clave de rastreo', '85904471900334060001', 'Up to 30 letters and digits; leading zeros count'],
  ['CLABE', '646180157000000004', '18 digits; blanks and dashes do not matter'],
  ['CVU or CBU', '0000003100010000000001', '22 digits'],
  ['CPF, CNPJ, CUIT', '20-12345678-6', 'With or without punctuation'],
  ['Chain hash or address', '0x5f3c…', 'Also the old hash of a payment that was sent again'],
  ['Bitso / Juno id', '6555a80fbf6c1c3200ae68fdfe6b42ce', '32 hex digits, such as the id of a refund step'],
  ['Id at the provider', '95a4df41-d2c2-414a-a28a-1eda4bddb92b', 'With its kind in front it is the id at this desk'],
] as const;

/** What can be searched for, by example. */
export function SearchHelp() {
  return (
    <SectionCard
      title="What can be pasted into the search box"
      description="One identifier, however it was written, or a column of them"
      bodyClassName="p-0"
    >
      <dl className="divide-y divide-line">
        {SHAPES.map(([name, example, note]) => (
          <div
            key={name}
            className="grid gap-x-6 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[11rem_minmax(0,22rem)_minmax(0,1fr)]"
          >
            <dt className="text-body font-medium text-ink">{name}</dt>
            <dd className="font-mono text-xs leading-5 break-all text-ink">{example}</dd>
            <dd className="text-xs leading-5 text-ink-2 max-lg:sm:col-start-2">{note}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
