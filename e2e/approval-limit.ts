import { type Desk, query } from './fixtures';

/** Up to this much one person may accept alone on this desk; a desk without limits asks for a second one every time. */
export async function allowAlone(desk: Desk, currency: string, amount: string): Promise<void> {
  await query(
    desk,
    `INSERT INTO approval_limits (currency, amount, changed_by) VALUES ('${currency}', ${amount}, 'test')
     ON CONFLICT (currency) DO UPDATE SET amount = excluded.amount`,
  );
}
