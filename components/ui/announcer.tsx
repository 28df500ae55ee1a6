const ID = 'announcer';

/** The one place a screen reader listens to for short news; rendered once, in the root layout. */
export function Announcer() {
  return <div id={ID} role="status" aria-live="polite" className="sr-only" />;
}

/** Says a short text to screen readers; browser only. */
export function announce(text: string): void {
  const place = document.getElementById(ID);
  if (!place) return;
  place.textContent = '';
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}
