import { expect, test } from 'vitest';
import { pulledStream } from './stream';

function source(count: number) {
  const seen = { asked: 0, isReleased: false };
  async function* texts() {
    try {
      for (let i = 1; i <= count; i++) {
        seen.asked = i;
        await Promise.resolve();
        yield `é${i}\r\n`;
      }
    } finally {
      seen.isReleased = true;
    }
  }
  return { seen, texts: texts() };
}

test('gives the texts in order as UTF-8 and then ends', async () => {
  const { seen, texts } = source(3);
  expect(await new Response(pulledStream(texts)).text()).toBe('é1\r\né2\r\né3\r\n');
  expect(seen.isReleased).toBe(true);
});

test('asks for nothing before it is read', async () => {
  const { seen, texts } = source(3);
  pulledStream(texts);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(seen.asked).toBe(0);
});

test('releases its source when the reader leaves in the middle', async () => {
  const { seen, texts } = source(1000);
  const reader = pulledStream(texts).getReader();
  await reader.read();
  await reader.cancel();
  expect(seen.isReleased).toBe(true);
  expect(seen.asked).toBeLessThanOrEqual(2);
});

test('releases its source when the reader leaves while a text is being fetched', async () => {
  const { seen, texts } = source(1000);
  const reader = pulledStream(texts).getReader();
  await reader.read();
  const pending = reader.read();
  await reader.cancel();
  expect((await pending).done).toBe(true);
  expect(seen.isReleased).toBe(true);
});

test('a source that fails breaks the stream, so that no cut file looks whole', async () => {
  async function* failing() {
    yield 'a';
    throw new Error('the database went away');
  }
  await expect(new Response(pulledStream(failing())).text()).rejects.toThrow('the database went away');
});
