import { createHash } from 'node:crypto';
import { type Said, said } from '@/lib/language/said';
import { type ListQuery, writeListQuery } from './filters';

/** A place in a sorted list: the last row's sort value and id, and which way to go on from it. */
export type Cursor = { readonly value: string; readonly id: string; readonly direction: 'next' | 'previous' };

/** What a cursor belongs to: a list's address without its page, and the sort in it. */
export type SortedList = { readonly address: URLSearchParams; readonly sort: string };

export function writeCursor(cursor: Cursor, query: ListQuery): string {
  return cursorText(cursor, listOf(query));
}

export function readCursor(text: string, query: ListQuery): Cursor | { readonly message: Said } {
  return cursorOf(text, listOf(query));
}

function listOf({ filters, sort }: ListQuery): SortedList {
  return { address: writeListQuery({ filters, sort }), sort };
}

/** The opaque text of a cursor; it names the filter and sort it belongs to. */
export function cursorText(cursor: Cursor, list: SortedList): string {
  const fields = [cursor.direction === 'next' ? 'n' : 'p', cursor.value, cursor.id, signatureOf(list)];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** The cursor behind its text, or why it cannot be used. */
export function cursorOf(text: string, list: SortedList): Cursor | { readonly message: Said } {
  const fields = decode(text);
  if (!fields) return { message: said('filters.problem.cursor') };
  const [direction, value, id, signature] = fields;
  if (signature !== signatureOf(list)) return { message: said('filters.problem.otherList') };
  if (!isSortValue(value, list.sort)) return { message: said('filters.problem.cursor') };
  return { value, id, direction: direction === 'p' ? 'previous' : 'next' };
}

function decode(text: string): [string, string, string, string] | null {
  try {
    const fields: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const isOurs = Array.isArray(fields) && fields.length === 4 && fields.every((field) => typeof field === 'string');
    return isOurs ? (fields as [string, string, string, string]) : null;
  } catch {
    return null;
  }
}

/** Nothing but an instant or an amount, as the sort asks, may reach the database from a cursor. */
function isSortValue(text: string, sort: string): boolean {
  if (sort.endsWith('amount')) return /^-?\d{1,40}(\.\d{1,40})?$/.test(text);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function signatureOf({ address }: SortedList): string {
  return createHash('sha256').update(address.toString()).digest('base64url').slice(0, 12);
}
