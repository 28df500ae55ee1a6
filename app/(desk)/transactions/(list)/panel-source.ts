import type { PanelSource } from '@/components/panel/panel-content';
import type { Viewer } from '@/lib/access/session';
import { PANEL_WIDTH, readPanelWidth } from '@/lib/views/panel-width';
import { readPreference } from '@/lib/views/preference.store';
import { keepPanelWidth } from '../../preference-actions';
import { transactionPanel } from '../[id]/panel';

/** The panel of the list for one person, drawn with the page where the address names an open row. */
export async function panelSource(viewer: Viewer, openId: string | null): Promise<PanelSource> {
  const [width, answer] = await Promise.all([
    readPreference(viewer.id, PANEL_WIDTH),
    // What could not be drawn does not take the list with it: the browser asks again, and says why not.
    openId === null ? null : transactionPanel(openId).catch(() => null),
  ]);
  const drawn = openId === null || answer === null ? null : { id: openId, answer };
  return { load: transactionPanel, drawn, width: readPanelWidth(width), keepWidth: keepPanelWidth };
}
