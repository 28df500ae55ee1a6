import { RefreshCw } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

/** A chart that is still being counted. */
export function ChartSkeleton({ title }: { readonly title: string }) {
  return (
    <SectionCard title={title}>
      <div role="status" className="space-y-3">
        <span className="sr-only">Counting…</span>
        {['w-1/3', 'w-full', 'w-3/4', 'w-1/2'].map((width) => (
          <Skeleton key={width} className={width} />
        ))}
      </div>
    </SectionCard>
  );
}

/** Nothing happened in the period: not the same as nothing known. */
export function ChartEmpty({ children }: { readonly children: string }) {
  return <p className="py-6 text-center text-body text-ink-2">{children}</p>;
}

/** The database was not done in time. */
export function ChartTookTooLong({ title, href }: { readonly title: string; readonly href: string }) {
  return (
    <SectionCard title={title}>
      <div className="py-4 text-center text-body text-ink-2">
        <p>Not counted in time: there is more than the database could go through at once.</p>
        <ButtonLink href={href} size="small" className="mt-3">
          Open the list instead
        </ButtonLink>
      </div>
    </SectionCard>
  );
}

/** Reading it failed. */
export function ChartFailed({
  title,
  digest,
  retry,
}: {
  readonly title: string;
  readonly digest: string | undefined;
  readonly retry: () => void;
}) {
  return (
    <SectionCard title={title}>
      <div role="alert" className="py-4 text-center text-body text-ink-2">
        <p>This could not be loaded. It does not mean that there is nothing.</p>
        {digest && (
          <p className="mt-1 text-xs">
            Reference <code className="font-mono select-all">{digest}</code>
          </p>
        )}
        <Button size="small" className="mt-3" onClick={retry}>
          <RefreshCw aria-hidden /> Try again
        </Button>
      </div>
    </SectionCard>
  );
}
