import type { Page } from '@playwright/test';
import { expect, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** What the desk does by itself, as a person sees it. */

const JOBS = [
  'Events BRLA could not deliver',
  'Juno’s list against ours',
  'Ripio’s lists against ours',
  'BRLA’s history against ours',
];

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}

test('every job is there, says when it runs next, and a worker runs', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url);
  await page.getByRole('link', { name: 'Jobs' }).first().click();
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
  const table = page.getByRole('table', { name: /when they run next/ });
  for (const job of JOBS) {
    const row = table.getByRole('row', { name: new RegExp(job) });
    await expect(row.getByText(/^in \d/).or(row.getByText('Waiting to begin'))).toBeVisible();
  }
  await expect(page.getByText('No worker is running')).toHaveCount(0);
  await expectNothingSerious(page);
});

test('a job that is run now makes a new run, which names the settings it lacks', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/jobs`);
  await page.getByRole('button', { name: 'Run now: Juno’s list against ours' }).click();
  await expect(page.getByText(/Asked for at \d\d:\d\d:\d\d/)).toBeVisible();
  const runs = page.getByRole('table', { name: 'Runs of jobs, newest first' });
  const run = runs.getByRole('row', { name: new RegExp(`Juno’s list.*${desk.signIn.email}`) });
  await expect(run.getByText('Not set up')).toBeVisible();
  await expect(run.getByText(/JUNO_API_KEY/)).toBeVisible();
  await expectNothingSerious(page);

  await page.getByRole('navigation', { name: 'Outcome' }).getByRole('link', { name: 'Not set up' }).click();
  await expect(page).toHaveURL(/outcome=not_set_up/);
  await expect(run).toBeVisible();
  await page.getByRole('navigation', { name: 'Outcome' }).getByRole('link', { name: 'Failed' }).click();
  await expect(page.getByText('No run matches')).toBeVisible();
});

test('a run that failed, and one that was interrupted, are told apart', async ({ page, emptyDesk: desk }) => {
  await query(
    desk,
    `INSERT INTO job_runs (job, started_at, ended_at, outcome, summary) VALUES
     ('ripio-transfers', now() - interval '3 hours', now() - interval '2 hours', 'failed', 'The list ended in the middle.'),
     ('ripio-transfers', now() - interval '1 hour', now(), 'interrupted', 'The process that ran it ended before it was done.')`,
  );
  await signIn(page, desk);
  await page.goto(`${desk.url}/jobs`);
  const line = page.getByRole('table', { name: /when they run next/ }).getByRole('row', { name: /Ripio’s lists/ });
  await expect(line.getByText('Interrupted')).toBeVisible();
  await expect(line.getByText('The list ended in the middle.')).toBeVisible();
  await page.goto(`${desk.url}/jobs?job=ripio-transfers&outcome=failed&colour=red`);
  await expect(page.getByRole('table', { name: 'Runs of jobs, newest first' }).getByRole('row')).toHaveCount(2);
  await expect(page.getByText(/Not understood in the address, and left out: colour/)).toBeVisible();
});

test('on a phone the page fits, and nobody sees it without signing in', async ({ page, desk }) => {
  await page.goto(`${desk.url}/jobs`);
  await expect(page).toHaveURL(/sign-in/);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, desk);
  await page.goto(`${desk.url}/jobs`);
  await expect(page.getByRole('button', { name: /^Run now/ }).last()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectNothingSerious(page);
});

test('without access to Juno’s API its card says what to set', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks/sources`);
  const card = page.locator('#juno');
  await expect(card.getByText(/Set JUNO_API_KEY and JUNO_API_SECRET/)).toBeVisible();
  await expect(card.getByRole('button', { name: 'Register' })).toHaveCount(0);
});
