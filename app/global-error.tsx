'use client';

import './globals.css';

/** When even the root layout failed: no theme, no router, only words and a way to try again. */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center p-6 font-sans text-sm">
        <title>Could not load · Concilia</title>
        <main role="alert" className="max-w-md text-center">
          <h1 className="text-base font-semibold">The desk could not be loaded</h1>
          <p className="mt-1.5 text-ink-2">
            Something failed before the page could be made. What the providers sent stays stored.
          </p>
          {error.digest && <p className="mt-3 text-xs text-ink-2">Reference {error.digest}</p>}
          <button
            type="button"
            onClick={() => window.location.reload()}
            className="mt-5 h-9 cursor-pointer rounded-lg bg-accent px-3.5 text-body font-medium text-on-accent"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
