/** Where a device keeps what was searched for on it. Alone, since the door needs no more of the search than this. */
export const KEPT_SEARCHES = 'concilia.searches';

/** For whoever comes next to this device. */
export function forgetKeptSearches(): void {
  localStorage.removeItem(KEPT_SEARCHES);
}
