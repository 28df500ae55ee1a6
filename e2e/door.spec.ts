import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './fixtures';
import { newPersonAs, type Person } from './people-as';

/** What the door does with those who should not come in. */

async function trySignIn(page: Page, desk: Desk, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.goto(`${desk.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('wrong passwords are counted, and the answer is the same for an e-mail nobody has', async ({
  page,
  emptyDesk: desk,
}) => {
  const person = await newPersonAs(desk, 'viewer');
  for (const email of [person.email, 'nobody-at-all@desk.test']) {
    for (let i = 0; i < 5; i++) {
      await trySignIn(page, desk, { email, password: `wrong number ${i} of five` });
      await expect(page.getByText('do not belong together')).toBeVisible();
    }
    await trySignIn(page, desk, { email, password: person.password });
    await expect(page.getByText('Too many attempts. Wait 1 minute')).toBeVisible();
  }
});

test('nothing of the library is open but what is needed', async ({ emptyDesk: desk }) => {
  const closed = ['sign-up/email', 'sign-in/email', 'get-session', 'update-user', 'two-factor/disable', 'ok', 'error'];
  for (const path of closed) {
    for (const method of ['GET', 'POST']) {
      const headers = { 'content-type': 'application/json', origin: desk.url };
      const body = method === 'POST' ? '{}' : undefined;
      const answer = await fetch(`${desk.url}/api/auth/${path}`, { method, headers, body });
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
  }
});
