/**
 * A byte stream that asks its source for the next piece only when the reader wants more: flat memory however slow the
 * download. When the reader leaves, the source's `finally` runs, also if a piece was just being fetched; `interrupt` makes
 * that fetching end at once.
 */
export function pulledStream(
  pieces: AsyncGenerator<string | Uint8Array>,
  interrupt: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isLeft = false;
  let isFetching = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        isFetching = true;
        const { value, done } = await pieces.next().finally(() => {
          isFetching = false;
        });
        if (isLeft) return;
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        isLeft = true;
        if (isFetching) interrupt();
        await pieces.return(undefined);
      },
    },
    // Nothing is fetched before it is asked for: an answer that is never read opens no cursor.
    { highWaterMark: 0 },
  );
}
