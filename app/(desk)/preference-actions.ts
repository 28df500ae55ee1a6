'use server';

import { requireRight } from '@/lib/access/session';
import { LETTERS, readLetters } from '@/lib/views/letters';
import { PANEL_WIDTH, readPanelWidth } from '@/lib/views/panel-width';
import { keepPreference } from '@/lib/views/preference.store';

/** Keeps whether one-letter keys work for this person. */
export async function keepLetters(areOn: boolean): Promise<void> {
  const viewer = await requireRight('ask');
  await keepPreference(viewer.id, LETTERS, readLetters(areOn));
}

/** Keeps how wide this person wants the panel beside a list, in CSS pixels. */
export async function keepPanelWidth(width: number): Promise<void> {
  const viewer = await requireRight('ask');
  await keepPreference(viewer.id, PANEL_WIDTH, readPanelWidth(width));
}
