/**
 * The doors of the app, read from its source: each page, method of a route handler and server action, and the right that
 * is asked for in it. For the tests that no door is left unguarded and that each keeps out whom it should. Pure.
 */

export type Door = {
  /** Below `app/`. */
  readonly file: string;
  readonly kind: 'page' | 'handler' | 'api' | 'action';
  /** `default` for a page, the method of a handler, the name of an action. */
  readonly name: string;
  /** What stands in the call, whatever it is; `null` where no right is asked for. */
  readonly right: string | null;
};

/** Files whose doors ask for no right, and why. */
export const OPEN_DOORS: Readonly<Record<string, string>> = {
  'sign-in/page.tsx': 'whoever is not signed in comes here',
  'sign-in/actions.ts': 'whoever signs in is not signed in yet',
  'join/page.tsx': 'whoever was invited has no account yet; the token of the invitation is the proof',
  'join/actions.ts': 'whoever was invited has no account yet; the token of the invitation is the proof',
  'api/auth/[...all]/route.ts':
    'passkeys and single sign-on end there, before anybody is signed in; a short list of paths',
  'sign-in/language-action.ts': 'the language can be chosen before anybody signs in',
  'api/health/route.ts': 'the balancer asks; it tells nothing about anybody',
  'api/health/live/route.ts': 'whoever keeps the process running asks; it says "ok" and nothing else',
  'api/health/ready/route.ts': 'the balancer asks; it says whether, and in one word why not',
  'api/metrics/route.ts':
    'Prometheus asks, with METRICS_TOKEN or, in local mode, from this machine; counts without a person in them',
  'api/v1/openapi.json/route.ts': 'the reference of the API is the same for everybody and tells nothing about anybody',
  'api/webhooks/[[...path]]/route.ts': 'providers, who prove themselves by signature',
  'api/webhooks/brla/route.ts': 'providers, who prove themselves by signature',
  'api/webhooks/juno/route.ts': 'providers, who prove themselves by signature',
  'api/webhooks/ripio/route.ts': 'providers, who prove themselves by signature',
};

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS';
const GUARD = /\b(?:requireRight|viewerFor)\(\s*'(\w+)'|\bapiAnswer\(\s*\w+,\s*'(\w+)'/;

export function doorsOf(file: string, source: string): Door[] {
  if (/(^|\/)page\.tsx$/.test(file)) return [door(file, 'page', 'default', source)];
  if (/(^|\/)route\.ts$/.test(file)) {
    const kind = file.startsWith('api/') ? 'api' : 'handler';
    return cut(
      source,
      new RegExp(`^export (?:async )?(?:function|const) (${METHODS})\\b|^export \\{ (${METHODS})`, 'gm'),
    ).map(({ name, body }) => door(file, kind, name, body));
  }
  if (/^'use server';/m.test(source)) {
    return cut(source, /^export async function (\w+)/gm).map(({ name, body }) => door(file, 'action', name, body));
  }
  return cut(source, /^\s+'(use server)';/gm).map(({ body }, place) => door(file, 'action', `inline ${place}`, body));
}

function door(file: string, kind: Door['kind'], name: string, body: string): Door {
  const [, byPerson, byKey] = GUARD.exec(body) ?? [];
  return { file, kind, name, right: byPerson ?? byKey ?? null };
}

/** The text from each beginning to the next one, so that a guard counts for the door it stands in. */
function cut(source: string, beginning: RegExp): { name: string; body: string }[] {
  const starts = [...source.matchAll(beginning)];
  return starts.map((start, i) => ({
    name: start[1] ?? start[2] ?? '',
    body: source.slice(start.index, starts[i + 1]?.index ?? source.length),
  }));
}

/** The text of each exported function of a module, with what stands behind it up to the next one. */
export function bodiesOf(source: string): Map<string, string> {
  return new Map(cut(source, /^export (?:async )?function (\w+)/gm).map(({ name, body }) => [name, body]));
}
