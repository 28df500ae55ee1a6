import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type ItemProps = {
  /** What it is in the palette, unlike any other's. */
  readonly value: string;
  readonly icon?: LucideIcon;
  readonly onSelect: () => void;
  /** At the far end: a key, a state. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

/** One thing that Enter or a click does. */
export function PaletteItem({ value, icon: Icon, onSelect, end, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-body text-ink data-[selected=true]:bg-accent-soft"
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />}
      <span className="min-w-0 flex-1">{children}</span>
      {end}
    </Command.Item>
  );
}

/** Things of one kind under their heading. */
export function PaletteGroup({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-2"
    >
      {children}
    </Command.Group>
  );
}
