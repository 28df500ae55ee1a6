import { expect, test } from 'vitest';
import { withoutPersons } from './span-attributes';

test('a span keeps what was done, where and how it ended, and no address', () => {
  const attributes: Record<string, unknown> = {
    'http.method': 'GET',
    'http.target': '/transactions/maria%40example.mx?q=529.982.247-25',
    'http.url': 'https://api.example.com/clients/529.982.247-25?x=1',
    'url.path': '/api/webhooks/ripio/secret',
    'http.user_agent': 'Mozilla',
    'client.address': '203.0.113.9',
    'exception.message': 'Key (email)=(maria@example.mx) exists',
    'next.route': '/transactions/[id]',
    'next.span_name': 'fetch GET https://api.example.com/clients/529.982.247-25?x=1',
    'http.status_code': 200,
    'net.peer.name': 'api.example.com',
  };
  withoutPersons.attributes(attributes);
  expect(attributes).toEqual({
    'http.method': 'GET',
    'next.route': '/transactions/[id]',
    'next.span_name': 'fetch GET https://api.example.com',
    'http.status_code': 200,
    'net.peer.name': 'api.example.com',
  });
  expect(withoutPersons.text('GET /transactions?q=maria')).toBe('GET /transactions');
  expect(withoutPersons.text('GET /transactions/maria%40example.mx')).toBe('GET /transactions/[e-mail]');
});
