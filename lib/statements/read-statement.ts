import { readCamt053 } from './camt053';
import { readCep } from './cep';
import { readCnab } from './cnab';
import { readCsv } from './csv';
import { readCuaderno43 } from './cuaderno-43';
import { readOfx } from './ofx';
import { readPixApi } from './pix-api';
import type { Format, Profile } from './profile';
import type { Reader } from './reader';
import type { StatementFile, StatementPart } from './statement';
import { readXlsx } from './xlsx';

const READERS = {
  csv: readCsv,
  xlsx: readXlsx,
  ofx: readOfx,
  camt053: readCamt053,
  cnab: readCnab,
  cuaderno_43: readCuaderno43,
  pix_api: readPixApi,
  cep: readCep,
} as const satisfies Record<Format, Reader>;

/**
 * Whatever the layout, a file as its parts, one after the other. `account` is the number of the account whose statement
 * it is, where it is known. Throws UnreadableFile for a file that is not what its profile says; then nothing of what came
 * before may be kept.
 */
export function readStatement(
  file: StatementFile,
  profile: Profile,
  account: string | null = null,
): AsyncIterable<StatementPart> {
  const read: Reader = READERS[profile.format];
  return read(file, profile, account);
}
