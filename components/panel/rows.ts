/** The element of a row on the page, by its id; `null` while it is not laid out. */
export function rowElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}

/** Scrolls a row into sight, without moving the focus. */
export function showRow(id: string): void {
  const row = rowElement(id);
  (row?.querySelector('[data-row-link]') ?? row)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
