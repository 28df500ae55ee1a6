import { CopyButton } from '@/components/ui/copy-button';
import { Input } from '@/components/ui/field';

/** A secret that is told this once, whole and to be copied. */
export function ShownOnce({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <div className="flex items-center gap-2">
      <Input readOnly value={value} aria-label={label} className="font-mono text-xs" />
      <CopyButton value={value} label={label} className="size-9" />
    </div>
  );
}
