/** What a list shows of names and account numbers: enough to tell two apart, not enough to use. The page has the whole. */

/** "María G. L." for "María García López". */
export function maskedName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return [first, ...others.map((word) => `${[...word][0]}.`)].join(' ');
}

/** "•••• 3456" for a number of an account; one that is no longer than that stays whole. */
export function maskedAccount(account: string): string {
  const signs = [...account.trim()];
  return signs.length <= 4 ? signs.join('') : `•••• ${signs.slice(-4).join('')}`;
}
