/** The preference under which a person keeps how wide the panel beside a list is. */
export const PANEL_WIDTH = 'panel-width';

/** In CSS pixels. */
export const NARROWEST_PANEL = 480;
export const WIDEST_PANEL = 640;
const USUAL = 560;

/** A width from stored or posted JSON; whatever is none becomes the usual one, and one out of bounds the nearest. */
export function readPanelWidth(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return USUAL;
  return Math.round(Math.min(WIDEST_PANEL, Math.max(NARROWEST_PANEL, value)));
}
