import { Alert } from '@/components/ui/alert';

/** What is not certain about how a file is read, in words. */
export function DoubtList({ doubts }: { readonly doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <Alert tone="caution" title={doubts.length === 1 ? 'One thing is not certain' : 'Some things are not certain'}>
      <ul className="list-disc space-y-0.5 pl-4">
        {doubts.map((doubt) => (
          <li key={doubt} className="[overflow-wrap:anywhere]">
            {doubt}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
