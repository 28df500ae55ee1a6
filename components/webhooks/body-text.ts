/** How the bytes of a body are shown: as the text they are, or as a dump where they are no text. */
export type BodyView =
  | { readonly form: 'text'; readonly text: string; readonly isCut: boolean }
  | { readonly form: 'bytes'; readonly dump: string; readonly isCut: boolean }
  | { readonly form: 'empty' };

/** More than this helps nobody on a page; the download has all of it. */
export const SHOWN_BYTES = 64 * 1024;
const DUMPED_BYTES = 4 * 1024;

export function viewBody(bytes: Uint8Array): BodyView {
  if (bytes.length === 0) return { form: 'empty' };
  const text = textOf(bytes);
  if (text === null)
    return { form: 'bytes', dump: hexDump(bytes.subarray(0, DUMPED_BYTES)), isCut: bytes.length > DUMPED_BYTES };
  if (bytes.length <= SHOWN_BYTES) return { form: 'text', text, isCut: false };
  // A character that the cut goes through is left out.
  const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, SHOWN_BYTES), { stream: true });
  return { form: 'text', text: shown, isCut: true };
}

/** `null` for bytes that are not UTF-8. A byte order mark stays: it was sent. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Sixteen bytes a line: offset, hex, and the printable ASCII among them. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const line = [...bytes.subarray(at, at + 16)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${at.toString(16).padStart(8, '0')}  ${hex.padEnd(47)}  ${ascii}`);
  }
  return lines.join('\n');
}

/**
 * Characters that a browser would not draw, or that turn the reading direction so that a text seems to say something
 * else, by their code.
 */
export function withVisibleControls(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** The indents of deeper nesting would outgrow the text by far. */
const MAX_DEPTH = 64;

/**
 * JSON text with line breaks and indents put in and nothing else changed: not a digit, not an escape, not the order.
 * `null` for what is not JSON.
 */
export function indentJson(text: string): string | null {
  if (!isJson(text)) return null;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  let written = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [at, token] of tokens.entries()) {
    if (token === '{' || token === '[') {
      depth++;
      if (depth > MAX_DEPTH) return null;
      written += token + (isClosing(tokens[at + 1]) ? '' : line());
    } else if (isClosing(token)) {
      depth--;
      written += (isOpening(tokens[at - 1]) ? '' : line()) + token;
    } else if (token === ',') written += token + line();
    else written += token === ':' ? ': ' : token;
  }
  return written;
}

function isOpening(token: string | undefined): boolean {
  return token === '{' || token === '[';
}

function isClosing(token: string | undefined): boolean {
  return token === '}' || token === ']';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
