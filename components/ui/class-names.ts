import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({ extend: { theme: { text: ['2xs', 'body', 'figure'] } } });

/** Joins class names; of two that set the same thing the later one wins. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
