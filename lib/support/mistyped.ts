import { readCbu } from '@/lib/identifiers/cbu';
import { readClabe } from '@/lib/identifiers/clabe';
import type { Reading, ReadingKind } from '@/lib/identifiers/classify';
import { readCnpj, readCpf, readCuit } from '@/lib/identifiers/tax-ids';

/** A digit of a value that its own check speaks against, and what stands there where it is right. */
export type Mistyped = {
  readonly kind: ReadingKind;
  readonly place: 'last' | 'eighth' | 'unknown';
  /** Empty where the place is unknown. */
  readonly digits: string;
};

/** Where a text that is read this way seems mistyped; empty where nothing speaks against it. */
export function mistypedIn(reading: Reading): Mistyped[] {
  if (!reading.warning) return [];
  const { kind, value } = reading;
  const last = (digits: string | undefined): Mistyped[] =>
    digits !== undefined && !value.endsWith(digits) ? [{ kind, place: 'last', digits }] : [unknownIn(kind)];
  switch (kind) {
    case 'clabe':
      return last(readClabe(value)?.checkDigit);
    case 'cpf':
      return last(readCpf(value)?.checkDigits);
    case 'cnpj':
      return last(readCnpj(value)?.checkDigits);
    case 'cuit':
      return last(readCuit(value)?.checkDigits);
    case 'cbu':
    case 'cvu':
      return inCbu(kind, value);
    case 'pix_e2e':
    case 'pix_return':
    case 'evm_address':
      return [unknownIn(kind)];
    default:
      return []; // written without its dashes or its 0x: that is no slip
  }
}

const unknownIn = (kind: ReadingKind): Mistyped => ({ kind, place: 'unknown', digits: '' });

function inCbu(kind: 'cbu' | 'cvu', value: string): Mistyped[] {
  const [eighth, last] = readCbu(value)?.checkDigits ?? [];
  const flaws: Mistyped[] = [];
  if (eighth !== undefined && value[7] !== eighth) flaws.push({ kind, place: 'eighth', digits: eighth });
  if (last !== undefined && value[21] !== last) flaws.push({ kind, place: 'last', digits: last });
  return flaws.length > 0 ? flaws : [unknownIn(kind)];
}
