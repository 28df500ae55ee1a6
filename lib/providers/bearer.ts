/** A token as it was given. */
export type Token = {
  readonly text: string;
  /** Of life left, in milliseconds; `null` where nobody said. */
  readonly lifetime: number | null;
};

/** A token is given up this long before it ends: it must still hold when it arrives. */
const MARGIN_MS = 60_000;

/**
 * Access by a token that is fetched once and shown with every call: a new one is fetched before it ends, and once more
 * when an answer says 401. However many ask at once, one fetches. `now` is a clock that nobody can set, in milliseconds.
 */
export function bearerAccess(fetchToken: () => Promise<Token>, now: () => number) {
  let held = Promise.resolve({ text: '', endsAt: 0 });

  async function fetched() {
    const { text, lifetime } = await fetchToken();
    return { text, endsAt: lifetime === null ? Number.POSITIVE_INFINITY : now() + Math.max(0, lifetime - MARGIN_MS) };
  }

  async function token(refused: string | null): Promise<string> {
    const known = held;
    const found = await known.catch(() => null); // whoever fetched it was told why
    if (found && found.text !== refused && now() < found.endsAt) return found.text;
    if (held === known) held = fetched();
    return (await held).text;
  }

  return async (
    _call: unknown,
    send: (headers: Readonly<Record<string, string>>) => Promise<Response>,
  ): Promise<Response> => {
    const shown = await token(null);
    const response = await send({ authorization: `Bearer ${shown}` });
    if (response.status !== 401) return response;
    await response.body?.cancel();
    return send({ authorization: `Bearer ${await token(shown)}` });
  };
}
