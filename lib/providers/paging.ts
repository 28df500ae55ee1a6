import { said } from '@/lib/language/said';
import { notUnderstood } from './diagnosis';
import type { ApiFailure } from './failure';
import { type Json, readJson } from './json';
import { isPlainObject } from './wire';

/** Rows move on by a page while a list is read and grows; further back than this none is looked for. */
const REMEMBERED = 5_000;
const MOST_PAGES = 100_000;

/**
 * What keeps the reading of a paged list honest and finite. A list that changes meanwhile shows a row on two pages: it
 * passes once. Pages that repeat for ever, which would be read for ever, end it with `not_understood`: a turn to a page
 * that was read already, or two pages on end without anything new.
 */
export class Paging {
  readonly #ids = new Set<string>();
  readonly #turns = new Set<string>();
  #pages = 0;
  #pagesInVain = 0;
  #isInVain = true;

  /** `call` names the list in messages. */
  constructor(private readonly call: string) {}

  /** Whether this row was not on a page before. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > REMEMBERED) this.#forgetOldest();
    this.#isInVain = false;
    return true;
  }

  /** To be called between two pages, with what the next one is asked by. */
  turn(to: string): void {
    this.#pagesInVain = this.#isInVain ? this.#pagesInVain + 1 : 0;
    this.#isInVain = true;
    this.#pages += 1;
    if (this.#turns.has(to) || this.#pagesInVain > 1 || this.#pages > MOST_PAGES) throw this.repeats();
    this.#turns.add(to);
  }

  #forgetOldest(): void {
    const [oldest] = this.#ids;
    if (oldest !== undefined) this.#ids.delete(oldest);
  }

  repeats(): ApiFailure {
    return notUnderstood(this.call, said('proof.what.samePages'));
  }
}

/** A row of a list as JSON. Throws `not_understood` for one that is no object. */
export function rowObject(call: string, row: Uint8Array): { [name: string]: Json } {
  const read = readJson(row);
  if (read.ok && isPlainObject(read.value)) return read.value;
  throw notUnderstood(call, read.ok ? said('proof.what.rowNotObject') : said('proof.what.rowNotJson'));
}

/** The id of a row. Throws `not_understood` for one that has none. */
export function rowId(call: string, row: Uint8Array): string {
  const { id } = rowObject(call, row);
  if (typeof id === 'string' && id !== '') return id;
  throw notUnderstood(call, said('proof.what.rowNoId'));
}
