import { redirect } from 'next/navigation';
import { requireRight } from '@/lib/access/session';

/** Settings begin with one's own. */
export default async function SettingsPage() {
  await requireRight('ask');
  redirect('/settings/you');
}
