import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { formatCount } from '@/lib/format';
import type { Overlap } from '@/lib/statements/imported';
import { FORMATS } from '@/lib/statements/profile';

/** New lines that are like lines the account has already: the same movements as CSV and as OFX, or two equal payments. */
export function OverlapAlert({ overlaps }: { readonly overlaps: readonly Overlap[] }) {
  return (
    <Alert role="alert" tone="caution" title="Some lines may be here already, in other words">
      <ul className="list-disc space-y-0.5 pl-4">
        {overlaps.map(({ statementId, fileName, format, lines }) => (
          <li key={statementId} className="[overflow-wrap:anywhere]">
            {lines === 1 ? 'One line' : `${formatCount(lines)} lines`} of this file {lines === 1 ? 'has' : 'have'} the
            same day, amount and account as {lines === 1 ? 'a line' : 'lines'} of{' '}
            <Link href={`/reconciliation/statements/${statementId}`} className="text-accent hover:underline">
              {fileName}
            </Link>{' '}
            ({FORMATS[format]}).
          </li>
        ))}
      </ul>
      If both files tell the same movements, import one of them: the lines of both would be kept, and each payment would
      stand here twice.
    </Alert>
  );
}
