import 'server-only';
import { headers } from 'next/headers';
import { peerOf } from '@/lib/access/peer';
import type { Viewer } from '@/lib/access/session';
import type { AuditDeed } from '@/lib/audit/entry';
import { recordAlone } from '@/lib/audit/store';

/** Who does something now, and from where: what every deed of a request begins with. */
export async function byViewer(viewer: Pick<Viewer, 'email'>): Promise<Pick<AuditDeed, 'actor' | 'address'>> {
  return { actor: viewer.email, address: peerOf(await headers()) };
}

/** Logs what a signed-in person did in this request. */
export async function logged(viewer: Pick<Viewer, 'email'>, deed: Omit<AuditDeed, 'actor' | 'address'>): Promise<void> {
  await recordAlone({ ...(await byViewer(viewer)), ...deed });
}
