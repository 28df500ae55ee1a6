import { describe, expect, test } from 'vitest';
import { GroupCommit, QueueFull } from './group-commit';

const limits = { maxItems: 3, maxSize: 100, maxWaitingSize: 100, sizeOf: (item: string) => item.length };

/** A commit that the test lets finish by hand. */
function manual() {
  const batches: string[][] = [];
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const commit = (items: string[]) => {
    batches.push(items);
    return new Promise<string[]>((resolve, reject) => {
      waiting.push({ resolve: () => resolve(items.map((item) => `stored ${item}`)), reject });
    });
  };
  const settle = async (how: 'resolve' | 'reject' = 'resolve') => {
    const next = waiting.shift();
    if (how === 'resolve') next?.resolve();
    else next?.reject(new Error('the database is away'));
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { batches, commit, settle };
}

describe('group commit', () => {
  test('what arrives during a commit shares the next one, in order', async () => {
    const { batches, commit, settle } = manual();
    const group = new GroupCommit(commit, limits);
    const all = ['a', 'b', 'c', 'd', 'e'].map((item) => group.add(item));
    await settle();
    await settle();
    await settle();
    expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    expect(await Promise.all(all)).toEqual(['stored a', 'stored b', 'stored c', 'stored d', 'stored e']);
  });

  test('nothing settles before its own commit', async () => {
    const { commit, settle } = manual();
    const group = new GroupCommit(commit, limits);
    let isSecondDone = false;
    const first = group.add('a');
    const second = group.add('b').then(() => {
      isSecondDone = true;
    });
    await settle();
    await first;
    expect(isSecondDone).toBe(false);
    await settle();
    await second;
    expect(isSecondDone).toBe(true);
  });

  test('a failed commit fails its own items and no others', async () => {
    const { commit, settle } = manual();
    const group = new GroupCommit(commit, limits);
    const first = group.add('a');
    const second = group.add('b');
    const failed = expect(first).rejects.toThrow('the database is away');
    await settle('reject');
    await failed;
    await settle();
    expect(await second).toBe('stored b');
  });

  test('a batch stays under its size, and a larger item goes alone', async () => {
    const { batches, commit, settle } = manual();
    const group = new GroupCommit(commit, { ...limits, maxSize: 4, maxWaitingSize: 1000 });
    const all = ['a', 'xxxxxxxx', 'bb', 'cc', 'd'].map((item) => group.add(item));
    for (let i = 0; i < 4; i++) await settle();
    await Promise.all(all);
    expect(batches).toEqual([['a'], ['xxxxxxxx'], ['bb', 'cc'], ['d']]);
  });

  test('past its limit the queue refuses and promises nothing', async () => {
    const { commit, settle } = manual();
    const group = new GroupCommit(commit, { ...limits, maxWaitingSize: 5 });
    const first = group.add('a');
    const second = group.add('12345');
    await expect(group.add('6')).rejects.toBeInstanceOf(QueueFull);
    await settle();
    await settle();
    expect(await Promise.all([first, second])).toEqual(['stored a', 'stored 12345']);
  });
});
