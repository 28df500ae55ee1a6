import 'server-only';
import { env } from '@/lib/env';
import { Prisma } from '@/prisma/generated/client';
import { decryptBody, type EncryptedBody, encryptBody, type MasterKey, wrapAgain } from './body-key';

/** Bodies between their readers and the database, which may hold them encrypted. */

/** What every reader of a body selects of `deliveries d`, with `AND_ITS_KEY` behind the FROM. */
export const BODY = Prisma.sql`d.body, d.is_encrypted AS "isEncrypted", k.wrapped, k.master`;
export const AND_ITS_KEY = Prisma.sql`LEFT JOIN delivery_keys k ON k.delivery_seq = d.seq`;

/** The columns of BODY. `body` may be left out of a row by its reader. */
export type StoredBody = {
  readonly body: Uint8Array | null;
  readonly isEncrypted: boolean;
  /** Absent where the body was never encrypted, or its key was destroyed. */
  readonly wrapped: Uint8Array | null;
  readonly master: string | null;
};
type Opened<Row extends StoredBody> = Omit<Row, keyof StoredBody> & {
  readonly body: Row['body'] extends Uint8Array ? Uint8Array : Uint8Array | null;
  /** Its key was destroyed: the body is empty here, and nobody can read what is stored. */
  readonly isErased: boolean;
};

/** Rows with their bodies as they came. Throws where the master key that wrapped one is not configured. */
export function opened<Row extends StoredBody>(row: Row): Opened<Row> {
  const { body, isEncrypted, wrapped, master, ...others } = row;
  const isErased = isEncrypted && wrapped === null;
  const plain = body === null || !isEncrypted ? body : plainOf(body, wrapped, master);
  return { ...others, body: plain, isErased } as Opened<Row>;
}

const NOTHING = new Uint8Array(0);

function plainOf(body: Uint8Array, wrapped: Uint8Array | null, master: string | null): Uint8Array {
  return wrapped === null || master === null ? NOTHING : decryptBody(body, wrapped, masterKey(master).key);
}

function masterKey(id: string): MasterKey {
  const found = env().BODY_KEYS?.find((key) => key.id === id);
  if (!found) throw new Error(`BODY_KEYS has no key "${id}", with which stored messages were encrypted.`);
  return found;
}

/** How a new body is stored; `null`: as it came, since no master key is configured. */
export function encrypted(body: Uint8Array): EncryptedBody | null {
  const [master] = env().BODY_KEYS ?? [];
  return master ? encryptBody(body, master) : null;
}

/** A wrapped key under the newest master; `null` where it is already. */
export function underNewest(wrapped: Uint8Array, master: string): Omit<EncryptedBody, 'body'> | null {
  const [newest] = env().BODY_KEYS ?? [];
  return newest && newest.id !== master ? wrapAgain(wrapped, masterKey(master).key, newest) : null;
}
