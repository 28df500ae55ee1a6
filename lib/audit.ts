import 'server-only';
import { headers } from 'next/headers';
import { peerOf } from '@/lib/access/peer';
import type { AuditDeed } from '@/lib/audit/entry';
import { recordAlone } from '@/lib/audit/store';

/** Whoever is signed in, or an API key's caller. */
type Doer = { readonly email: string };

/** The address that this request came from, for a verb that logs what it does in its own transaction. */
export async function askedFrom(): Promise<string | null> {
  return peerOf(await headers());
}

/** Who does something now, and from where: what every deed of a request begins with. */
export async function byViewer(viewer: Doer): Promise<Pick<AuditDeed, 'actor' | 'address'>> {
  return { actor: viewer.email, address: await askedFrom() };
}

/** Logs what somebody did in this request. */
export async function logged(viewer: Doer, deed: Omit<AuditDeed, 'actor' | 'address'>): Promise<void> {
  await recordAlone({ ...(await byViewer(viewer)), ...deed });
}

/** Logs that a file was taken away before its first byte is, and hands it on. What it holds is told by its manifest. */
export async function loggedFile(viewer: Doer, file: Response, about: FileTaken): Promise<Response> {
  const { objectKind = 'export', objectId = file.headers.get('x-export-id') ?? '', action = 'file_exported' } = about;
  if (file.ok) await logged(viewer, { action, objectKind, objectId, detail: { list: about.list } });
  return file;
}

type FileTaken = {
  readonly list?: string;
  readonly action?: 'file_exported' | 'raw_downloaded';
  readonly objectKind?: string;
  readonly objectId?: string;
};
