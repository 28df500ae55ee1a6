import { startDesk } from '../scripts/desk.mjs';
import { everyPage } from './doors-walked';
import { type Desk, expect, query, test } from './fixtures';
import { personAs } from './people-as';
import { planted } from './planted';
import { foreignAmountsIn, foreignIn, textsOf } from './spoken';

/**
 * Every page in Spanish (as in Argentina) and in Portuguese, in many of its states: no English word, no message that
 * never came, no amount in the signs of another region. On a desk of its own, where nobody has written anything yet.
 */

test.setTimeout(900_000);

/** In English for everybody: the reference of the API, for programmers. */
const ENGLISH = '/docs';

/** What people, banks and providers wrote stands on pages too, and is theirs. */
const THEIRS: readonly RegExp[] = [
  /@people\.test|@concilia\.localhost|of the tests|walk [a-z]+/, // people and keys of this suite
  /^, (?:sin efecto|sem efeito): /, // the codes that a parameter takes
  /Juno by Bitso|Pesos that are planted/, // a company and an account that are called so
  /^She wrote from /, // a planted remark
];

const READERS = [
  { locale: 'es', zone: 'America/Argentina/Buenos_Aires' },
  { locale: 'pt-BR', zone: 'America/Sao_Paulo' },
] as const;

/** One of each kind of thing that a page shows, by the words that the page has for it. */
const ONE_OF_EACH = {
  '/transactions/':
    'SELECT DISTINCT ON (provider, kind, status) id FROM transactions ORDER BY provider, kind, status, id',
  '/reconciliation/legs/':
    'SELECT DISTINCT ON (rail, direction, expectation) id FROM legs ORDER BY rail, direction, expectation, id',
  '/reconciliation/exceptions/': 'SELECT DISTINCT ON (reason) id::text FROM match_exceptions ORDER BY reason, id',
  '/webhooks/':
    'SELECT DISTINCT ON (d.provider, r.outcome, r.reason) d.seq::text AS id FROM deliveries d JOIN readings r ON r.delivery_seq = d.seq ORDER BY d.provider, r.outcome, r.reason, d.seq',
  '/webhooks/refused/': 'SELECT DISTINCT ON (cause) seq::text AS id FROM refusals ORDER BY cause, seq',
} as const;

/** The same lists otherwise: filtered, empty, asked for nonsense, with something open. */
const STATES = [
  ...[
    '/transactions?status=failed&provider=brla',
    '/transactions?is=stuck&kind=issuance&amount_min=10',
    '/no-such-page',
  ],
  ...['/transactions?provider=nobody&amount_min=x&cursor=zz&what=1', '/transactions?external_ref=nothing-like-it'],
  ...[
    '/transactions?occurred_from=2026-02-01&tz=America%2FSao_Paulo&sort=amount',
    '/transactions/nobody',
    '/webhooks/9999999',
  ],
  ...[
    '/refunds?view=table',
    '/refunds?provider=juno&state=late',
    '/refunds?what=1&provider=x',
    '/refunds?view=table&cursor=zz',
  ],
  ...[
    '/webhooks?result=unrecognised',
    '/webhooks?provider=x&lag=1',
    '/webhooks?result=duplicate&proof=secret',
    '/webhooks?find=%7B%22a%22',
  ],
  ...[
    '/reconciliation/rails/pix',
    '/reconciliation/rails/ars?state=late',
    '/reconciliation/rails/chain?from=x',
    '/reconciliation/rails/spei/lines?match=any',
  ],
  ...[
    '/reconciliation/exceptions?severity=high',
    '/reconciliation/exceptions?what=1&cursor=zz',
    '/reconciliation/lines/9999999',
  ],
  ...[
    '/search?q=payout',
    '/search?q=nothing-like-this',
    '/search?q=646180110400000008',
    '/search?q=E00000000202602031022abcdefghijk',
  ],
  ...[
    '/exports?state=failed',
    '/jobs?job=nobody',
    '/jobs?outcome=failed',
    '/settings/audit?action=signed_in',
    '/settings/audit?action=x',
  ],
] as const;

async function idsOf(desk: Desk, text: string): Promise<string[]> {
  return (await query<{ id: string }>(desk, text)).map(({ id }) => id);
}

async function addressesOf(desk: Desk): Promise<string[]> {
  const pages = (await everyPage(desk)).filter((address) => address !== ENGLISH);
  const each = await Promise.all(
    Object.entries(ONE_OF_EACH).map(async ([path, text]) =>
      (await idsOf(desk, text)).map((id) => path + encodeURIComponent(id)),
    ),
  );
  const [first = ''] = await idsOf(
    desk,
    'SELECT id FROM transactions WHERE refund_status IS NOT NULL ORDER BY id LIMIT 1',
  );
  const opened = `/transactions?sel=${encodeURIComponent(first)}`;
  return [...new Set([...pages, ...each.flat(), ...STATES, opened])];
}

let desk: Desk & { stop: () => Promise<void> };
test.beforeAll(async () => {
  const made = await startDesk({ port: 'free', throwAway: true, sampleData: true });
  desk = { ...made, signIn: made.signIn ?? { email: '', password: '' } };
  await planted(desk);
});
test.afterAll(() => desk.stop());

for (const reader of READERS) {
  test(`every page speaks ${reader.locale}`, async ({ page }) => {
    const { cookies } = await personAs(desk, 'admin');
    const own = { locale: reader.locale, tz: reader.zone };
    const chosen = Object.entries(own).map(([name, value]) => ({ name, value, url: desk.url }));
    await page.context().addCookies([...cookies, ...chosen]);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/MISSING_MESSAGE|FORMATTING_ERROR|INVALID_(?:MESSAGE|KEY)/.test(message.text()))
        complaints.push(message.text());
    });
    const wrong: string[] = [];
    for (const address of await addressesOf(desk)) {
      await page.goto(desk.url + address, { waitUntil: 'load' });
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${reader.locale}`));
      const texts = (await textsOf(page)).filter((text) => !THEIRS.some((theirs) => theirs.test(text)));
      for (const text of [...foreignIn(texts, reader.locale), ...foreignAmountsIn(texts)])
        wrong.push(`${address}: ${text}`);
      for (const complaint of complaints.splice(0)) wrong.push(`${address}: ${complaint.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });
}
