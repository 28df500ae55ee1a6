import { classNames } from '@/components/ui/class-names';
import { CopyButton } from '@/components/ui/copy-button';
import { shortenId } from '@/lib/format';

type Props = {
  readonly value: string;
  /** What it is, for the copy button: "Copy <label>". */
  readonly label: string;
  /** A word in front of it that says what kind of id this is. */
  readonly tag?: string;
  readonly head?: number;
  readonly tail?: number;
  readonly className?: string;
};

/** An id with its middle left out, the whole of it in the title and in what is copied. Inside a `group` the button waits for a hover or focus. */
export function ShortId({ value, label, tag, head, tail, className }: Props) {
  return (
    <span
      className={classNames(
        'relative inline-flex bg-inherit max-w-full items-center gap-1.5 whitespace-nowrap',
        className,
      )}
    >
      {tag && <span className="rounded-sm border border-line bg-sunken px-1 text-2xs leading-4 text-ink-2">{tag}</span>}
      <span className="font-mono text-xs" title={value}>
        {shortenId(value, head, tail)}
      </span>
      <CopyButton
        value={value}
        label={label}
        className="absolute top-1/2 left-full -translate-y-1/2 bg-inherit opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100 max-md:hidden pointer-coarse:opacity-100"
      />
    </span>
  );
}
