import { PARAMETER_LISTS, type PrivateList } from '@/lib/private-parameters';
import { TRANSACTION_LIST } from '@/lib/search-private';

/** Every list in whose address a personal value could stand. */
export const PRIVATE_LISTS = { ...PARAMETER_LISTS, transactions: TRANSACTION_LIST } as const satisfies Readonly<
  Record<string, PrivateList>
>;
export type PrivateListName = keyof typeof PRIVATE_LISTS;

export function isPrivateList(name: string): name is PrivateListName {
  return Object.hasOwn(PRIVATE_LISTS, name);
}
