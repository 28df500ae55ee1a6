import { describe, expect, test } from 'vitest';
import { blotted, makeLog, requestInHand } from './log.mjs';

function logged(write, env = { LOG_FORMAT: 'json' }) {
  const [out, complaints] = [[], []];
  const stream = (lines) => ({ write: (text) => lines.push(text) });
  write(makeLog(env, { out: stream(out), complaints: stream(complaints) }));
  return { out: out.join(''), complaints: complaints.join('') };
}

const PERSONAL = {
  mail: 'maria.lopez+x@banco.example.mx',
  encoded: 'maria.lopez%40banco.example.mx',
  cpf: '529.982.247-25',
  cnpj: '11.222.333/0001-81',
  cuit: '20-12345678-6',
  clabe: '032180000118359719',
  cvu: '0000003100010000000001',
  curp: 'LOOA531113HTCPBN07',
  rfc: 'VECJ880326XK4',
  telephone: '+5511987654321',
};

describe('a line', () => {
  test('is one JSON object; complaints go their own way', () => {
    const { out, complaints } = logged((log) => {
      log.info({ status: 200 }, 'answered');
      log.error({ err: new Error('it broke') }, 'failed');
    });
    expect(JSON.parse(out)).toMatchObject({ level: 'info', status: 200, message: 'answered', pid: process.pid });
    expect(JSON.parse(complaints)).toMatchObject({ level: 'error', err: { type: 'Error', message: 'it broke' } });
    expect(JSON.parse(complaints).err.stack[0]).toMatch(/^at .*log\.test\.mjs/);
  });

  test('is text where that is asked for, and left out below the level', () => {
    const { out, complaints } = logged(
      (log) => {
        log.debug('too quiet');
        log.info({ status: 200 }, 'answered');
        log.warn({ err: new TypeError('it broke') }, 'careful');
      },
      { LOG_FORMAT: 'text', LOG_LEVEL: 'info' },
    );
    expect(out).toMatch(/^\d\d:\d\d:\d\d INFO {2}answered status=200\n$/);
    expect(complaints).toMatch(/WARN {2}careful\n {4}TypeError: it broke\n {4}at /);
  });

  test('names the request in hand and its person, by id', () => {
    const { out } = logged((log) =>
      requestInHand.run({ request: 'abcdefgh' }, () => {
        requestInHand.getStore().user = 'u1';
        log.info('here');
      }),
    );
    expect(JSON.parse(out)).toMatchObject({ request: 'abcdefgh', user: 'u1' });
  });
});

describe('nobody’s data', () => {
  test('stands in a sentence, a fact, or an error and its cause', () => {
    for (const value of Object.values(PERSONAL)) {
      const error = new Error(`Key (email)=(${value}) exists`, { cause: new Error(`for ${value}`) });
      const { out, complaints } = logged((log) => {
        log.info({ deep: { of: value } }, `asked for ${value}.`);
        log.error({ err: error }, 'failed');
      });
      expect([value, out + complaints]).toEqual([value, expect.not.stringContaining(value)]);
    }
  });

  test('stands under a key that is known for it, whatever it looks like', () => {
    const { out } = logged((log) => log.info({ name: 'Maria', deep: { tax_id: 'x1', Authorization: 'y2' } }, 'seen'));
    expect(JSON.parse(out)).toMatchObject({
      name: '[left out]',
      deep: { tax_id: '[left out]', Authorization: '[left out]' },
    });
  });

  test('is quoted from what could not be read', () => {
    const unread = () => JSON.parse('Maria Lopez, Calle 1');
    const errors = [
      unread,
      () => {
        throw new Error('invalid input syntax for type uuid: "maria"');
      },
    ];
    for (const fail of errors) {
      const { complaints } = logged((log) => {
        try {
          fail();
        } catch (error) {
          log.error({ err: error }, 'failed');
        }
      });
      expect(complaints).not.toMatch(/maria/i);
    }
  });

  test('is left of a password in the address of a database; the rest of a line stays', () => {
    expect(blotted('at postgres://me:hunter2@db:5432/x')).toBe('at postgres://[left out]@db:5432/x');
    const kept =
      '"time":"2026-11-22T16:47:11.123Z" delivery 123456 0f8fad5b-d9cb-469f-a165-70867728950e juno:issuance:42';
    expect(blotted(kept)).toBe(kept);
  });
});
