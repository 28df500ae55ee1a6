/**
 * Which keys of the catalogue a source file uses, read from its text: `t('a.b')`, `t.rich('a.b')` and
 * `` t(`a.${x}`) `` of a translator made by `useTranslations('room')` or `getTranslations('room')`, and the whole keys of
 * `said('room.a')`. For the test that no key is missing or unused. Pure.
 */

const MAKES =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations|translatorOf)\(\s*(?:\w+,\s*)?(?:'([\w.-]+)')?\s*\)/g;
/** A translator that is handed on says in its type which room it is of: `t: Translator<'refunds'>`. */
const GIVEN = /\b(\w+):\s*Translator<'([\w.-]+)'>/g;
/** A sentence that is data names its message whole: `said('refunds.waits', { … })`, and so does a reader's own `t`. */
const WHOLE = /(?<![\w.])(?:said|(?:\w+\.)?reader\.t)\(\s*(?:'([\w.-]+)'|`([^`]+)`)/g;

export function keysIn(text: string): RegExp[] {
  const source = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''); // examples are no use
  const rooms = new Map<string, Set<string>>();
  for (const [, name = '', room = ''] of [...source.matchAll(MAKES), ...source.matchAll(GIVEN)]) {
    rooms.set(name, (rooms.get(name) ?? new Set()).add(room));
  }
  const whole = [...source.matchAll(WHOLE)].map(([, plain, template]) => pattern(plain ?? template ?? ''));
  const inRooms = [...rooms].flatMap(([name, spaces]) =>
    [...spaces].flatMap((space) => callsOf(source, name).map((key) => pattern(space === '' ? key : `${space}.${key}`))),
  );
  return [...whole, ...inRooms];
}

function callsOf(source: string, translator: string): string[] {
  const call = new RegExp(
    `(?<![\\w.])${translator}(?:\\.(?:rich|markup|raw|has))?\\(\\s*(?:'([^']+)'|\`([^\`]+)\`)`,
    'g',
  );
  return [...source.matchAll(call)].map(([, plain, template]) => plain ?? template ?? '');
}

/** `a.${x}` stands for every key that begins so; `a.${x}.b` for those that also end so. */
function pattern(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()[\]\\|{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^.]+')}$`);
}

/** Each message of a catalogue by its whole key. */
export function leavesOf(catalogue: object, above = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value] as const] : [...leavesOf(value as object, `${above}${key}.`)],
    ),
  );
}
