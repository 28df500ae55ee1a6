import { Building2 } from 'lucide-react';
import { Button } from '@/components/ui/button';

type Props = { readonly label: string; readonly next: string; readonly start: (data: FormData) => Promise<void> };

/** To the organisation's own sign-in. A form, so that it needs no script. */
export function SsoForm({ label, next, start }: Props) {
  return (
    <form action={start}>
      <input type="hidden" name="next" value={next} />
      <Button type="submit" className="w-full">
        <Building2 aria-hidden /> {label}
      </Button>
    </form>
  );
}
