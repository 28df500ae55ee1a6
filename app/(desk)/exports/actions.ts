'use server';

import { revalidatePath } from 'next/cache';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { cancelExport } from '@/lib/exports/export.store';

/** Takes back a file that is not done yet. */
export async function cancelFile(data: FormData): Promise<void> {
  const viewer = await requireRight('export');
  const id = data.get('id');
  if (typeof id === 'string' && (await cancelExport(id, new Date()))) {
    await logged(viewer, { action: 'file_cancelled', objectKind: 'export', objectId: id, detail: {} });
  }
  revalidatePath('/exports', 'layout');
}
