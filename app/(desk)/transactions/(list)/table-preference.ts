/** Under this name a person's layout of the list is kept. */
export const TABLE_PREFERENCE = 'table:transactions';
