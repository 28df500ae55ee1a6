/** What an entry's detail says, for reading: what changed from what to what, and everything else by name. Pure. */

export type Change = { readonly name: string; readonly before: string | null; readonly after: string | null };
export type Told = { readonly name: string; readonly value: string };

export function changesOf(detail: Readonly<Record<string, unknown>>): Change[] {
  if (!('before' in detail) && !('after' in detail)) return [];
  const [before, after] = [membersOf(detail.before), membersOf(detail.after)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The rest, in the order of the names: a database keeps none. */
export function toldBy(detail: Readonly<Record<string, unknown>>): Told[] {
  return Object.entries(detail)
    .filter(([name, value]) => name !== 'before' && name !== 'after' && value !== null && textOf(value) !== '')
    .map(([name, value]) => ({ name, value: textOf(value) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function membersOf(value: unknown): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['', textOf(value)]]);
  return new Map(Object.entries(value).map(([name, one]) => [name, textOf(one)]));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.map(String).join(', ');
  return JSON.stringify(value) ?? '';
}
