import { said } from '@/lib/language/said';
import { UnreadableFile } from './statement';

/** One piece of XML: a tag that opens (and perhaps closes at once), a tag that closes, or text between them. */
export type Token =
  | { readonly token: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly token: 'close'; readonly name: string }
  | { readonly token: 'text'; readonly text: string };

/** Characters of one tag or of one piece of text; no cell can have more than 32,767. */
const LONGEST = 1024 * 1024;

/**
 * The XML of a workbook's parts in pieces, prefixes of names taken off. Only the five entities that XML itself has are
 * known; a document type, where others could be declared, throws UnreadableFile.
 */
export async function* xmlTokens(texts: AsyncIterable<string>, name: string): AsyncGenerator<Token[]> {
  let rest = '';
  for await (const text of texts) {
    rest += text;
    const tokens: Token[] = [];
    let at = 0;
    for (;;) {
      const next = tokenAt(rest, at, name);
      if (!next) break;
      if (next.token) tokens.push(next.token);
      at = next.end;
    }
    rest = rest.slice(at);
    if (rest.length > LONGEST) throw damaged(name);
    if (tokens.length > 0) yield tokens;
  }
  if (rest.trim() !== '') throw damaged(name);
}

function damaged(name: string): UnreadableFile {
  return new UnreadableFile(said('parsing.xlsx.incomplete', { part: name }));
}

type Next = { readonly token: Token | null; readonly end: number };

/** The token at a place; `null` where its end has not come yet. */
function tokenAt(xml: string, at: number, name: string): Next | null {
  if (at >= xml.length) return null;
  if (xml[at] !== '<') {
    const end = xml.indexOf('<', at);
    return end < 0 ? null : { token: { token: 'text', text: unescaped(xml.slice(at, end)) }, end };
  }
  if (xml[at + 1] === '?') return skipped(xml, at, '?>');
  if (xml[at + 1] === '!') return declared(xml, at, name);
  const end = xml.indexOf('>', at);
  if (end < 0) return null;
  return { token: tag(xml.slice(at + 1, end)), end: end + 1 };
}

function skipped(xml: string, at: number, closing: string): Next | null {
  const end = xml.indexOf(closing, at);
  return end < 0 ? null : { token: null, end: end + closing.length };
}

function declared(xml: string, at: number, name: string): Next | null {
  if (xml.length < at + 9) return null;
  if (xml.startsWith('<!--', at)) return skipped(xml, at, '-->');
  if (!xml.startsWith('<![CDATA[', at)) throw new UnreadableFile(said('parsing.xlsx.declares', { part: name }));
  const end = xml.indexOf(']]>', at);
  return end < 0 ? null : { token: { token: 'text', text: xml.slice(at + 9, end) }, end: end + 3 };
}

function tag(inner: string): Token {
  if (inner.startsWith('/')) return { token: 'close', name: localName(inner.slice(1).trim()) };
  const isEmpty = inner.endsWith('/');
  const body = isEmpty ? inner.slice(0, -1) : inner;
  const blank = body.search(/\s/);
  const attributes = blank < 0 ? '' : body.slice(blank);
  return { token: 'open', name: localName(blank < 0 ? body : body.slice(0, blank)), attributes, isEmpty };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match ? unescaped(match[1] ?? match[2] ?? '') : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, digits, hex) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}
