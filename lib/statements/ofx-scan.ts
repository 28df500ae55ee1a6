import { said } from '@/lib/language/said';
import { UnreadableFile } from './statement';
import { decodeEntities } from './xml';

/** An aggregate of OFX: its fields by name, and the aggregates inside it. */
export type Aggregate = {
  readonly name: string;
  /** The line of the file it begins on. */
  readonly line: number;
  readonly fields: Map<string, string>;
  readonly children: Aggregate[];
};

/**
 * What holds other elements. Everything else is a field, whose end tag SGML leaves out: an empty field then looks just
 * like the beginning of an aggregate, so that only their names tell them apart.
 */
const AGGREGATES: ReadonlySet<string> = new Set(
  'OFX BANKMSGSRSV1 STMTTRNRS STMTRS BANKACCTFROM BANKACCTTO BANKTRANLIST STMTTRN PAYEE CURRENCY ORIGCURRENCY LEDGERBAL AVAILBAL CREDITCARDMSGSRSV1 CCSTMTTRNRS CCSTMTRS CCACCTFROM CCACCTTO'.split(
    ' ',
  ),
);

const TAG = /<(\/?)([A-Za-z][\w.:-]{0,60})\s{0,8}(\/?)>/y;

/**
 * OFX of either kind, SGML (1.x) or XML (2.x), as a tree of its aggregates. Texts stay as written. Throws UnreadableFile
 * for a file without `<OFX>`, one that is cut off, and aggregates that do not close.
 */
export function scanOfx(text: string): Aggregate {
  const start = text.search(/<OFX>/i);
  if (start < 0) throw new UnreadableFile(said('parsing.ofx.none', { tag: '<OFX>' }));
  const open: Aggregate[] = [];
  let line = lineAt(text, 0, start, 1);
  let at = start;
  let field: { name: string; text: string } | null = null;
  const close = () => {
    const parent = open.at(-1);
    // Of a repeated field the first is kept, as in every layout with one value per name.
    if (field && parent && !parent.fields.has(field.name)) parent.fields.set(field.name, plainField(field.text));
    field = null;
  };
  while (at < text.length) {
    const next = nextPiece(text, at);
    if (next.tag) {
      const { name, isEnd, isEmpty } = next.tag;
      close();
      if (!AGGREGATES.has(name)) {
        if (!isEnd && !isEmpty) field = { name, text: '' };
      } else if (isEnd) {
        const ended = open.pop();
        if (ended?.name !== name) throw unclosed(ended ?? null, name, line);
        if (open.length === 0) return ended;
      } else {
        const aggregate: Aggregate = { name, line, fields: new Map(), children: [] };
        const parent = open.at(-1);
        if (parent?.name === name) throw unclosed(parent, name, line);
        parent?.children.push(aggregate);
        if (!isEmpty) open.push(aggregate);
      }
    } else if (field) field.text += next.text;
    line = lineAt(text, at, next.end, line);
    at = next.end;
  }
  const last = open.at(-1) ?? { name: 'OFX', line };
  throw new UnreadableFile(said('parsing.ofx.cutOff', { tag: `<${last.name}>`, line: last.line }));
}

type Piece = {
  readonly end: number;
  readonly text: string;
  readonly tag: { readonly name: string; readonly isEnd: boolean; readonly isEmpty: boolean } | null;
};

/** A tag, or text up to the next "<". CDATA is text, comments and instructions are nothing. */
function nextPiece(text: string, at: number): Piece {
  if (text[at] !== '<') {
    const end = text.indexOf('<', at);
    const upTo = end < 0 ? text.length : end;
    return { end: upTo, text: decodeEntities(text.slice(at, upTo)), tag: null };
  }
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  if (match) {
    const [all, slash, name = '', empty] = match;
    return {
      end: at + all.length,
      text: '',
      tag: { name: name.toUpperCase(), isEnd: slash === '/', isEmpty: empty === '/' },
    };
  }
  for (const [begin, finish, isText] of [
    ['<![CDATA[', ']]>', true],
    ['<!--', '-->', false],
    ['<?', '?>', false],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const end = text.indexOf(finish, at + begin.length);
    if (end < 0) throw new UnreadableFile(said('parsing.ofx.cutOffInside', { tag: begin }));
    return { end: end + finish.length, text: isText ? text.slice(at + begin.length, end) : '', tag: null };
  }
  if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))) {
    throw new UnreadableFile(said('parsing.ofx.declares'));
  }
  return { end: at + 1, text: '<', tag: null };
}

function unclosed(opened: Aggregate | null, name: string, line: number): UnreadableFile {
  const tag = `<${name}>`;
  if (!opened) return new UnreadableFile(said('parsing.ofx.notOpen', { line, tag }));
  const open = `<${opened.name}>`;
  return new UnreadableFile(said('parsing.ofx.unclosed', { line, tag, open, opened: opened.line }));
}

function plainField(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function lineAt(text: string, from: number, to: number, line: number): number {
  let lines = line;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x0a) lines++;
  return lines;
}
