/**
 * A byte stream that asks its source for the next text only when the reader wants more: flat memory however slow the
 * download. When the reader leaves, the source's `finally` runs, also if a text was just being fetched.
 */
export function pulledStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isLeft = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await texts.next();
        if (isLeft) return;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        isLeft = true;
        await texts.return(undefined);
      },
    },
    // Nothing is fetched before it is asked for: an answer that is never read opens no cursor.
    { highWaterMark: 0 },
  );
}
