import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isBreached } from './breached.api';

let server: Server | null = null;
const asked: string[] = [];
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  asked.length = 0;
});

/** A list that answers every range so; resolves to its address. */
async function listThat(answers: (response: ServerResponse) => void): Promise<string> {
  const made = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['add-padding']}`);
    answers(response);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
const LEAKED = 'a leaked but long one';

test('a password of the list is found, and only five signs of its hash are told', async () => {
  const rest = hashOf(LEAKED).slice(5);
  const url = await listThat((response) => response.end(`${'0'.repeat(35)}:3\r\n${rest}:42\r\n`));
  expect(await isBreached(url, LEAKED)).toBe(true);
  expect(asked).toEqual([`/range/${hashOf(LEAKED).slice(0, 5)} true`]);
});

test('one that is not in it passes, and so does what only pads the answer', async () => {
  const url = await listThat((response) => response.end(`${hashOf(LEAKED).slice(5)}:0\r\n${'F'.repeat(35)}:9\r\n`));
  expect(await isBreached(url, LEAKED)).toBe(false);
});

test.each([
  ['an error', (response: ServerResponse) => response.writeHead(503).end()],
  ['a way elsewhere', (response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['nothing', () => undefined],
])('a list that answers with %s keeps nobody out', async (_what, answers) => {
  const url = await listThat(answers);
  expect(await isBreached(url, LEAKED, 200)).toBe(false);
});
