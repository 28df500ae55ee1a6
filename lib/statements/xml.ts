import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { said } from '@/lib/language/said';
import { decodeText, readWhole } from './decode';
import { type StatementFile, UnreadableFile } from './statement';

/** An element: its text, or its attributes (under "@name") and children by name. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] };

/** Deeper than any statement and far from the parser's stack. */
const DEEPEST = 60;

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  // Only the five that XML itself has, and numbers, are resolved: see `plainText`.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
});

/** A whole XML file. Throws UnreadableFile for a document type, broken or cut off XML, and too deep nesting. */
export async function readXml(file: StatementFile): Promise<XmlNode> {
  const bytes = await readWhole(file);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^[^<]{0,3}<\?xml[^>]{0,150}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  return parseXml(decodeText(bytes, declared ?? 'utf-8'));
}

/** XML text as a tree. See `readXml`. */
export function parseXml(text: string): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    throw new UnreadableFile(said('parsing.xml.declares'));
  }
  if (isTooDeep(text)) throw new UnreadableFile(said('parsing.xml.tooDeep', { most: DEEPEST }));
  try {
    const verdict = XMLValidator.validate(text);
    if (verdict !== true) {
      const { line, msg } = verdict.err;
      throw new UnreadableFile(said('parsing.xml.brokenAt', { line, why: msg.slice(0, 160) }));
    }
    return PARSER.parse(text) as XmlNode;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const why = error instanceof Error ? error.message.slice(0, 160) : 'unknown';
    throw new UnreadableFile(said('parsing.xml.broken', { why }));
  }
}

/** Whether more elements are open at once than any statement has: told before the parser spends time on them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let end = -1;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') depth--;
    if (next === '/' || next === '!' || next === '?') continue;
    if (end < at) end = text.indexOf('>', at);
    if (end < 0) return false;
    if (text[end - 1] !== '/') depth++;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** All elements at a path: every branch is followed. */
export function all(node: XmlNode | undefined, ...path: readonly string[]): XmlNode[] {
  let nodes: XmlNode[] = node === undefined ? [] : [node];
  for (const name of path) {
    nodes = nodes.flatMap((parent) => {
      if (typeof parent === 'string' || !Object.hasOwn(parent, name)) return [];
      return [parent[name] as XmlNode | readonly XmlNode[]].flat() as XmlNode[];
    });
  }
  return nodes;
}

/** The text of the first element at a path, or of the attribute "@name"; `null` where there is none or it is blank. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string | null {
  const [first] = all(node, ...path);
  return first === undefined ? null : plainText(first);
}

/** All texts at a path. */
export function textsAt(node: XmlNode | undefined, ...path: readonly string[]): string[] {
  return all(node, ...path)
    .map(plainText)
    .filter((text) => text !== null);
}

function plainText(node: XmlNode): string | null {
  const raw = typeof node === 'string' ? node : Object.hasOwn(node, '#text') ? node['#text'] : null;
  if (typeof raw !== 'string') return null;
  return decodeEntities(raw).trim() || null;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The characters that XML writes with a name or a number. Anything else stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (written, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const isStorable = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isStorable ? String.fromCodePoint(code) : written;
  });
}
