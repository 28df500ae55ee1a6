import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { leavesOf } from '../lib/language/usage';

/** What a page says to its reader, and which of it is in the wrong language or was never said at all. */

const folder = path.resolve(import.meta.dirname, '../lib/language/messages');
const catalogue = (locale: string) =>
  new Map(
    readdirSync(path.join(folder, locale))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => {
        const room = path.basename(file, '.json');
        const messages: object = JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8'));
        return [...leavesOf(messages, `${room}.`)];
      }),
  );
const english = catalogue('en');
const rooms = [...new Set([...english.keys()].map((key) => key.split('.', 1)[0] ?? ''))];

/** Texts of the page with what stands in titles, labels and placeholders; what is quoted from elsewhere left out. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const QUOTED = 'code, pre, kbd, script, style, template, textarea, [translate="no"], [lang="en"], .font-mono';
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(QUOTED)) continue;
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
          texts.push(node.getAttribute(name) ?? '');
        }
      } else texts.push(node.textContent ?? '');
    }
    return [document.title, ...texts].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
  });
}

/** Words that only English has. */
const ENGLISH_WORDS =
  /(?<![\p{L}\d_/.-])(?:the|of|and|with|this|that|not|from|was|were|have|is|are|it|its|which|what|when|who|been|by|be|yes|an|all|at|than|their|there|more|only|other|every|each|none|nothing|nobody|any|them|they|into|since|until|after|before|between|without)(?![\p{L}\d_/-])/iu;
const RAW_KEY = new RegExp(`(?<![\\w./-])(?:${rooms.join('|')})(?:\\.[a-z]\\w*)+(?![\\w/])`);

/** The texts that are English though the reader's language is another, and messages that never came. */
export function foreignIn(texts: readonly string[], locale: 'es' | 'pt-BR'): string[] {
  const own = catalogue(locale);
  const ownTexts = new Set(own.values());
  const onlyEnglish = new Set([...english].filter(([, text]) => !ownTexts.has(text)).map(([, text]) => text));
  // What is quoted is somebody else's.
  const unquoted = (text: string) => text.replaceAll(/“[^”]*”|"[^"]*"/g, '');
  const isForeign = (text: string) => RAW_KEY.test(text) || ENGLISH_WORDS.test(unquoted(text)) || onlyEnglish.has(text);
  return [...new Set(texts.filter(isForeign))];
}

const IN_ENGLISH_SIGNS = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\d.,:-])\d+\.\d\d(?= [A-Z]{3,4}\b)/;
/** 17.898 of a token where a comma stands before its decimals; its needless zeros or its code stand next to it. */
const THREE_DECIMALS = /^-?\d{1,3},\d{3}$/;
const AFTER_A_TOKEN = /^(?:0+|(?!MXN$|BRL$|ARS$|USD$)[A-Z][A-Z0-9]{2,5})$/;

/** Amounts in the signs of another region: 1,234.56 where 1.234,56 is written. Takes the texts in the order of the page. */
export function foreignAmountsIn(texts: readonly string[]): string[] {
  const isToken = (text: string, next = '') => THREE_DECIMALS.test(text) && AFTER_A_TOKEN.test(next);
  return [...new Set(texts.filter((text, at) => IN_ENGLISH_SIGNS.test(text) && !isToken(text, texts[at + 1])))];
}
