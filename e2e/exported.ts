import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** A file as a person takes it from the list on the page, by its Export dialog. */
export async function exportedFile(
  page: Page,
  format: 'csv' | 'xlsx' = 'csv',
): Promise<{ readonly name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('Format').selectOption(format);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
