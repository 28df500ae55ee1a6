import type { Browser, Page } from '@playwright/test';
import { OAuth2Server } from 'oauth2-mock-server';
import { startDesk } from '../scripts/desk.mjs';
import { type Desk, expect, query, signIn, signInByForm, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';
import { cookieHeader, newPersonAs, type Person } from './people-as';
import { totp } from './totp';

/** Who may come in, how, and as what; on a desk of its own, whose single sign-on is an issuer in this process. */

const CLIENT = { id: 'concilia-tests', secret: 'a-secret-between-two-tests' };
const PASSWORD = 'the second of all parrots';
const issuer = new OAuth2Server();
/** Whom the issuer says it has before it, at the next sign-in. */
let claims: Record<string, unknown> = {};

let desk: Desk;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await issuer.issuer.keys.generate('RS256');
  await issuer.start(undefined, 'localhost');
  issuer.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, claims);
  });
  const started = await startDesk({
    port: 'free',
    throwAway: true,
    sampleData: false,
    env: {
      OIDC_ISSUER: issuer.issuer.url ?? '',
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_LABEL: 'Acme',
      OIDC_ROLES: 'finance:analyst,treasury:approver',
    },
  });
  desk = started as Desk;
  stop = started.stop;
});
test.afterAll(async () => {
  await stop();
  await issuer.stop();
});

/** A browser of its own, without anybody's cookies. */
async function stranger(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  return (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
}

async function inviteLink(page: Page, email: string, role: string): Promise<string> {
  await page.goto(`${desk.url}/settings/people`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Make the link' }).click();
  return page.getByRole('textbox', { name: 'invitation link' }).inputValue();
}

async function fillSignIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.goto(`${desk.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('somebody invited joins with the role, and is kept out of what it has not', async ({ page, browser }) => {
  await signIn(page, desk);
  const link = await inviteLink(page, 'Marina@desk.test', 'Support');
  const guest = await stranger(browser, { javaScriptEnabled: false });
  await guest.goto(link);
  await expect(guest.getByText('You were invited as Support, with the e-mail marina@desk.test.')).toBeVisible();
  await guest.getByLabel('Your name').fill('Marina');
  await guest.getByLabel('Password').fill('password1234');
  await guest.getByRole('button', { name: 'Create account' }).click();
  await expect(guest.getByRole('alert')).toContainText('tried first');
  await guest.getByLabel('Your name').fill('Marina');
  await guest.getByLabel('Password').fill(PASSWORD);
  await guest.getByRole('button', { name: 'Create account' }).click();
  await guest.waitForURL(`${desk.url}/support`); // where a role without lists begins
  // The words of a refusal are drawn by script.
  const joined = await stranger(browser);
  await joined.context().addCookies(await guest.context().cookies());
  const refused = await joined.goto(`${desk.url}/settings/people`);
  expect(refused?.status()).toBe(403);
  await expect(joined.getByText('Your role does not include this')).toBeVisible();

  const late = await stranger(browser);
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation was used already' })).toBeVisible();
  await late.goto(`${desk.url}/join?token=made-up`);
  await expect(late.getByRole('heading', { name: 'This link is not an invitation' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row', { name: /Marina/ })).toBeVisible();
});

test('an invitation that is withdrawn opens nothing', async ({ page, browser }) => {
  await signIn(page, desk);
  const link = await inviteLink(page, 'changed-our-mind@desk.test', 'Viewer');
  await page.getByRole('button', { name: 'Withdraw the invitation of changed-our-mind@desk.test' }).click();
  await expect(page.getByText('its link opens nothing any more')).toBeVisible();
  const guest = await stranger(browser);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'This invitation was withdrawn' })).toBeVisible();
});

test('codes: set up, a wrong one, the right one without script, a backup code', async ({ page, browser }) => {
  const person = await newPersonAs(desk, 'analyst');
  await page.context().addCookies([...person.cookies]);
  await page.goto(`${desk.url}/settings/you`);
  await page.getByLabel('Your password').fill(person.password);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const uri = await page.getByRole('link', { name: 'otpauth://' }).getAttribute('href');
  const secret = new URL(uri ?? '').searchParams.get('secret') ?? '';
  const backup = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allTextContents();
  expect(backup).toHaveLength(10);
  await page.getByLabel('Code that the app shows').fill('000000');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('This code is not right.')).toBeVisible();
  await page.getByLabel('Code that the app shows').fill(totp(secret));
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('Codes are asked for when you sign in.')).toBeVisible();

  const other = await stranger(browser, { javaScriptEnabled: false });
  await fillSignIn(other, person);
  await expect(other.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await other.getByLabel('Code').fill('000000');
  await other.getByRole('button', { name: 'Continue' }).click();
  await expect(other.getByRole('alert')).toContainText('This code is not right');
  expect((await other.goto(`${desk.url}/settings/you`))?.url()).toContain('/sign-in');
  await fillSignIn(other, person);
  await other.getByLabel('Code').fill(totp(secret, 1));
  await other.getByRole('button', { name: 'Continue' }).click();
  await other.waitForURL(`${desk.url}/`);

  const third = await stranger(browser);
  await fillSignIn(third, person);
  await third.getByLabel('Code').fill(backup[0] ?? '');
  await third.getByRole('button', { name: 'Continue' }).click();
  await third.waitForURL(`${desk.url}/`);
});

test('a passkey is added, and signs in without password', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const person = await newPersonAs(desk, 'approver');
  await page.context().addCookies([...person.cookies]);
  await page.goto(`${desk.url}/settings/you`);
  await page.getByPlaceholder('this laptop').fill('my laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByLabel('Name of the passkey my laptop')).toHaveValue('my laptop');
  await page.context().clearCookies();
  await page.goto(`${desk.url}/sign-in?next=/settings/you`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${desk.url}/settings/you`);
  await expect(page.getByRole('definition').filter({ hasText: person.email })).toBeVisible();
  const log = await query<{ by: string | null; added: string | null }>(
    desk,
    `SELECT detail->>'by' AS by, detail->>'added' AS added FROM audit_entries
     WHERE object_id = '${person.id}' AND (detail ? 'added' OR detail->>'by' = 'passkey') ORDER BY seq`,
  );
  expect(log).toEqual([
    { by: null, added: 'passkey' },
    { by: 'passkey', added: null },
  ]);
  await page.getByRole('button', { name: 'Remove the passkey my laptop' }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();
});

async function bySso(browser: Browser, who: Record<string, unknown>): Promise<Page> {
  claims = who;
  const page = await stranger(browser, { javaScriptEnabled: false });
  await page.goto(`${desk.url}/sign-in?next=/settings/you`);
  await page.getByRole('button', { name: 'Continue with Acme' }).click();
  return page;
}

test('single sign-on: nobody unknown, somebody invited, and roles by group', async ({ page, browser }) => {
  const lucia = { sub: 'lucia', email: 'lucia@acme.test', email_verified: true, name: 'Lucía' };
  const unknown = await bySso(browser, lucia);
  await expect(unknown.getByRole('alert')).toContainText('Nobody here has invited you yet.');

  await signIn(page, desk);
  await inviteLink(page, lucia.email, 'Viewer');
  const unproven = await bySso(browser, { ...lucia, email_verified: false });
  await expect(unproven.getByRole('alert')).toContainText('has not confirmed this e-mail');
  const invited = await bySso(browser, lucia);
  await invited.waitForURL(`${desk.url}/settings/you`);
  const roleOf = async () =>
    (await query<{ role: string }>(desk, `SELECT role FROM users WHERE email = '${lucia.email}'`))[0]?.role;
  expect(await roleOf()).toBe('viewer');
  await expect(invited.getByText('and have no password here')).toBeVisible();

  await bySso(browser, { ...lucia, groups: ['finance', 'chess'] }).then((one) => one.waitForURL('**/settings/you'));
  expect(await roleOf()).toBe('analyst');

  const known = await newPersonAs(desk, 'support');
  const linked = await bySso(browser, { sub: 'someone', email: known.email, email_verified: true, name: 'X' });
  await linked.waitForURL(`${desk.url}/settings/you`);
  await query(desk, `UPDATE users SET disabled_at = now() WHERE id = '${known.id}'`);
  const disabled = await bySso(browser, { sub: 'someone', email: known.email, email_verified: true, name: 'X' });
  await expect(disabled.getByRole('alert')).toBeVisible();
});

test('a session is ended from another browser', async ({ page, browser }) => {
  const person = await newPersonAs(desk, 'engineer');
  const other = await stranger(browser);
  await fillSignIn(other, person);
  await other.waitForURL(`${desk.url}/`);
  await page.context().addCookies([...person.cookies]);
  await page.goto(`${desk.url}/settings/you`);
  await page.getByRole('button', { name: 'End the session of Chrome on Linux' }).click();
  await expect(page.getByText('1 session ended.')).toBeVisible();
  await other.goto(`${desk.url}/settings/you`);
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sessions' })).toBeVisible();
});

test('a role changed in mid-session holds at the next click, and a disabled person is out', async ({ page }) => {
  await signIn(page, desk);
  const person = await newPersonAs(desk, 'admin');
  const asked = () =>
    fetch(`${desk.url}/settings/people`, { headers: { cookie: cookieHeader(person) }, redirect: 'manual' });
  expect((await asked()).status).toBe(200);
  await page.goto(`${desk.url}/settings/people`);
  const row = page.getByRole('row').filter({ hasText: person.email });
  await row.getByRole('combobox', { name: `Role of ${person.name}` }).selectOption({ label: 'Viewer' });
  await row.getByRole('button', { name: 'Change' }).click();
  await expect(row.getByText('The role is changed.')).toBeVisible();
  expect((await asked()).status).toBe(403);
  await row.getByRole('button', { name: `Manage ${person.name}` }).click();
  await page.getByRole('button', { name: /^Disable/ }).click();
  await expect(row.getByText('Disabled, and signed out everywhere.')).toBeVisible();
  expect((await asked()).headers.get('location')).toContain('/sign-in');
});

test('a key is made, asks, is revoked, and asks no more', async ({ page }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/settings/keys`);
  await page.getByLabel('What it is for').fill('browser report');
  await page.getByRole('button', { name: 'Read, masked' }).click();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue();
  const asked = async () =>
    (await fetch(`${desk.url}/api/v1/transactions`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await asked()).toBe(200);
  await page.getByRole('button', { name: 'Revoke the key browser report' }).click();
  await expect(page.getByText('The key is revoked')).toBeVisible();
  expect(await asked()).toBe(401);
});

test('the language somebody chose is there in another browser', async ({ page, browser }) => {
  const person = await newPersonAs(desk, 'viewer');
  await page.context().addCookies([...person.cookies]);
  await page.goto(`${desk.url}/settings/you`);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('pt-BR');
  await page.getByRole('button', { name: 'Save: Language' }).click();
  await expect(page.getByRole('heading', { name: 'Sessões' })).toBeVisible();
  const other = await stranger(browser);
  await fillSignIn(other, person);
  await other.waitForURL(`${desk.url}/`);
  await other.goto(`${desk.url}/settings/you`);
  await expect(other.getByRole('heading', { name: 'Sessões' })).toBeVisible();
});

test('the pages of people are for everybody, wide and on a phone', async ({ page }) => {
  await page.goto(`${desk.url}/join?token=made-up`);
  await expectForAll(page, '/join');
  await signInByForm(page, desk);
  for (const viewport of Object.values(SCREENS)) {
    await page.setViewportSize(viewport);
    for (const path of ['/settings/you', '/settings/people', '/settings/keys']) {
      await page.goto(desk.url + path);
      await expectForAll(page, path);
    }
  }
});
