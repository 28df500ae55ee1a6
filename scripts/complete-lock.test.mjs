import { expect, test } from 'vitest';
import { completeLock } from './complete-lock.mjs';

const lockOf = (packages) => ({ lockfileVersion: 3, packages });
const tool = {
  version: '1.0.0',
  optionalDependencies: { '@tool/darwin-arm64': '1.0.0', '@tool/linux-x64-gnu': '1.0.0' },
};

test('adds the platform packages that the registry did not carry', () => {
  const { lock, added } = completeLock(
    lockOf({
      'node_modules/tool': { ...tool, dev: true },
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0' },
    }),
  );
  expect(added).toEqual(['@tool/darwin-arm64@1.0.0']);
  expect(lock.packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['darwin'],
  });
  expect(completeLock(lock).added).toEqual([]);
});

test('places a second version beside the package that asks for it', () => {
  const { lock } = completeLock(
    lockOf({
      'node_modules/tool': tool,
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0' },
      'node_modules/@tool/darwin-arm64': { version: '2.0.0' },
    }),
  );
  expect(lock.packages['node_modules/tool/node_modules/@tool/darwin-arm64'].version).toBe('1.0.0');
});

test('leaves alone what depends on no platform, and version ranges', () => {
  const optionalDependencies = { 'nice-to-have': '1.0.0', '@tool/win32-x64': '^1.0.0' };
  expect(completeLock(lockOf({ 'node_modules/tool': { version: '1.0.0', optionalDependencies } })).added).toEqual([]);
});
