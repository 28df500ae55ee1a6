import type { RefObject } from 'react';
import { type KeyLine, KeySheet } from '@/components/keys/key-sheet';

const KEYS: readonly KeyLine[] = [
  { keys: ['←', '→'], does: 'Change side' },
  { keys: ['↑', '↓', 'j', 'k'], does: 'Move' },
  { keys: ['Space'], does: 'Select, or take back' },
  { keys: ['m'], does: 'Match; with a remainder it asks why' },
  { keys: ['d'], does: 'The pair does not belong together' },
  { keys: ['b'], does: 'No payment: a bank fee or a tax' },
  { keys: ['i'], does: 'No payment: between own accounts' },
  { keys: ['u'], does: 'Undo what you did last' },
  { keys: ['w'], does: 'Why not?' },
  { keys: ['s'], does: 'Skip to the next line' },
  { keys: ['?'], does: 'This sheet' },
];

/** What each key of the workbench does. */
export function BenchKeySheet({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <KeySheet dialog={dialog} title="Keys of the workbench" lines={KEYS} always="The arrows and Space always work." />
  );
}
