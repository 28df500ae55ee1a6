/** A part of a path that is shorter than any secret may be shown. */
const LONGEST_SHOWN = 15;
const SHOWN_PARTS = 4;
export const HIDDEN = '[hidden]';

/**
 * A webhook's path without what is, was, or was meant to be a secret, from the decoded parts that follow
 * `/api/webhooks/`: the provider's name may be shown, nothing after it.
 */
export function shownPath(parts: readonly string[]): string {
  const shown = parts.map((part, at) =>
    at === 0 && part.length <= LONGEST_SHOWN ? encodeURIComponent(part.toWellFormed()) : HIDDEN,
  );
  return ['/api/webhooks', ...shown.slice(0, SHOWN_PARTS)].join('/');
}

/**
 * Any address in a text that a person or a proxy could have meant for our webhooks: more slashes than needed, other
 * case, slashes escaped as some writers of JSON do. It ends where a log ends an address.
 */
const ADDRESS = /(?:\\?\/)+api(?:\\?\/)+webhooks((?:\\?\/[^\s"'<>?#]*)?)([?#][^\s"'<>]*)?(?![\w-])/gi;

/** The text with every secret in a webhook address masked; a query is masked whole. */
export function maskWebhookPaths(text: string): string {
  return text.replace(ADDRESS, (_, rest: string, query: string | undefined) => {
    const parts = rest
      .replaceAll('\\', '')
      .split('/')
      .filter((part) => part !== '');
    return shownPath(parts.map(decoded)) + (query ? query.charAt(0) + HIDDEN : '');
  });
}

/** Whether a logged path, masked, was one of our webhooks'. */
export function isWebhookPath(path: string): boolean {
  return /^(?:https?:\/\/[^/?]*)?\/api\/webhooks(?:[/?#]|$)/i.test(path);
}

/** The source a masked webhook path is for, as far as the path tells. */
export function sourceOfPath(path: string): string | null {
  return /\/api\/webhooks\/([^/?#]+)/.exec(path)?.[1] ?? null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
