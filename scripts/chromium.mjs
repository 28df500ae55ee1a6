// The browser that the browser tests drive: one that is installed, else Playwright's own download, else Debian's package.

import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run, runTool } from './processes.mjs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DOWNLOAD_SECONDS = 120;

/**
 * Finds a Chromium, or installs one.
 * @param {(line: string) => void} [log]
 * @returns {Promise<string | undefined>} the path to give to Playwright; undefined when it has a download of its own
 */
export async function ensureChromium(log = () => {}) {
  const failures = [];
  for (const install of [undefined, downloadFromPlaywright, installFromDebian]) {
    await install?.(log).catch((error) => failures.push(error.message));
    const path = installedChromium();
    if (path || existsSync(chromium.executablePath())) return path;
  }
  throw new Error(
    `No Chromium is installed and none could be. Install one and set CHROMIUM_PATH.\n${failures.join('\n')}`,
  );
}

function installedChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH: there is no file ${chosen}`);
  return chosen || KNOWN_PLACES.find((place) => existsSync(place));
}

async function downloadFromPlaywright(log) {
  log('Downloading a browser for the tests');
  const libraries = isRootOnDebian() ? ['--with-deps'] : []; // which a bare system lacks, and only root can add
  await runTool('playwright', ['install', ...libraries, 'chromium'], { timeout: DOWNLOAD_SECONDS * 1000 });
}

async function installFromDebian(log) {
  if (!isRootOnDebian()) return;
  log('Installing the package chromium for the tests');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}
