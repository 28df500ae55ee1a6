import { expect, test } from 'vitest';
import { apiDocument } from './document';
import { referenceOf } from './reference';
import { curlOf, shownRequest } from './request';

const document = apiDocument('https://desk.example.com');
const reference = referenceOf(document);
const operation = (id: string) => {
  const found = reference.groups.flatMap(({ operations }) => operations).find((one) => one.id === id);
  if (!found) throw new TypeError(`${id} is not in the reference.`);
  return found;
};

test('an example is a command with its key, its filter and its body', () => {
  expect(operation('listTransactions').curl).toBe(
    `curl 'https://desk.example.com/api/v1/transactions?provider=juno&limit=5' \\
  -H "Authorization: Bearer $KEY"`,
  );
  expect(operation('readTransaction').curl).toContain('/transactions/juno%3Aredemption%3A95a4df41-d2c2');
  expect(operation('orderExport').curl).toContain(
    '-H \'Content-Type: application/json\' \\\n  -d \'{\n  "list": "transactions"',
  );
  expect(operation('importStatement').curl).toContain('--data-binary @FILE');
  expect(operation('readHealth').curl).toBe("curl 'https://desk.example.com/api/health'");
});

test('a quotation mark in a body does not end the command', () => {
  const request = shownRequest('post', '/x', {
    requestBody: { content: { 'application/json': { example: { name: "l'Hospitalet" } } } },
  });
  expect(curlOf(request, '')).toContain(`"l'\\''Hospitalet"`);
});

test('the rights, the errors and their codes', () => {
  expect(operation('listTransactions').right).toBe('browse');
  expect(operation('readHealth').right).toBeNull();
  const codes = operation('importStatement').answers.map((answer) => [answer.status, answer.codes.join(' ')]);
  expect(codes).toEqual([
    ['200', ''],
    ['201', ''],
    ['400', 'bad_parameter bad_body'],
    ['401', 'unauthorized'],
    ['403', 'forbidden'],
    ['413', 'too_large'],
    ['422', 'doubtful unreadable no_lines empty'],
    ['429', 'too_many'],
    ['500', 'internal'],
  ]);
});

test('a schema is a tree: what may be null, what is optional, and what is shared', () => {
  const [match] = reference.schemas.filter(({ name }) => name === 'Match');
  const member = (name: string) => match?.node.members.find((one) => one.name === name);
  expect(member('lines')).toMatchObject({ type: 'array of Line', shared: 'Line', members: [], isRequired: true });
  expect(member('undone_at')).toMatchObject({ type: 'date-time', isNullable: true });
  expect(member('agreed')?.members.map(({ name }) => name)).toEqual(['criterion', 'value']);
  const [identifier] = reference.schemas.filter(({ name }) => name === 'Identifier');
  expect(identifier?.node.members.map(({ name, isRequired }) => [name, isRequired])).toEqual([
    ['kind', true],
    ['value', true],
    ['network', false],
  ]);
  const page = operation('listLegs').answers[0]?.node?.members.find(({ name }) => name === 'data');
  expect(page).toMatchObject({ type: 'array of Leg', shared: 'Leg' });
});

test('what has all of a shared schema and more names it, and tells only the more', () => {
  const [detail] = reference.schemas.filter(({ name }) => name === 'TransactionDetail');
  expect(detail?.node).toMatchObject({ base: 'Transaction', members: [{ name: 'links' }, { name: 'events' }] });
  const hit = operation('search').answers[0]?.node?.members.find(({ name }) => name === 'data');
  expect(hit).toMatchObject({ base: 'Transaction', members: [{ name: 'matched' }] });
  const [transaction] = reference.schemas.filter(({ name }) => name === 'Transaction');
  expect(transaction?.node.base).toBeNull();
  expect(transaction?.node.members.length).toBeGreaterThan(15);
});

test('every shared schema that is pointed at has a place of its own', () => {
  const names = reference.schemas.map(({ name }) => name);
  const pointed = [...JSON.stringify(reference).matchAll(/"(?:shared|base)":"(\w+)"/g)].map(([, name]) => name);
  expect(pointed.length).toBeGreaterThan(5);
  expect(names).toEqual(expect.arrayContaining([...new Set(pointed)]));
});
