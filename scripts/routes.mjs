// Which of the app's routes a path belongs to, so that lines and figures name `/transactions/[id]` and never an id.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './processes.mjs';

const NONE = '/(none)';
const STATIC = '/_next/…';

/** Read from the build: a path's route, or `/(none)`. */
export function readRoutes(distDir = '.next') {
  const file = path.join(root, distDir, 'routes-manifest.json');
  return routesOf(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
}

/** @param {{ staticRoutes?: { page: string }[], dynamicRoutes?: { page: string, regex: string }[] }} manifest */
export function routesOf({ staticRoutes = [], dynamicRoutes = [] }) {
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const withParameters = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (pathname) => {
    if (fixed.has(pathname)) return pathname;
    if (pathname.startsWith('/_next/')) return STATIC;
    return withParameters.find(({ regex }) => regex.test(pathname))?.page ?? NONE;
  };
}

/**
 * An address whose path can be decoded: of one that cannot ("%E0%A4%A", "%") each "%" is taken as the sign it is, so that
 * the page behind it says that there is nothing of that name, where the framework would only fail.
 */
export function decodable(url) {
  const [path] = url.split('?', 1);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}
