import { Alert } from '@/components/ui/alert';

/** Names the parameters of an address that mean nothing; nothing at all where there are none. */
export function IgnoredNotice({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Alert tone="caution" className="mb-4">
      Not understood in the address, and left out: {names.join(', ').slice(0, 200)}.
    </Alert>
  );
}
