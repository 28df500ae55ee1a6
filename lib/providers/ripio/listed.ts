import type { EventType } from '@/lib/events/event';
import type { Reading } from '@/lib/providers/contract';
import type { Json } from '@/lib/providers/json';
import { asListed, listedId } from '@/lib/providers/listed';
import type { ListName } from '@/lib/providers/listing';
import { readAs, unrecognised } from '@/lib/providers/reading';
import { DEPOSIT_STATES, type Delivery, depositReading, withdrawalReading } from './normalise';
import * as their from './payload';

/** A list also shows deposits on their way, of which no webhook tells. */
const LISTED_DEPOSIT_STATES: Readonly<Record<string, EventType>> = { ...DEPOSIT_STATES, PENDING: 'Requested' };

/** A row of Ripio's lists: the object of a webhook's payload, with its state in `status` alone. */
export function listed(list: ListName, content: Json, accountCurrency: string): Reading {
  const body = { row: content };
  const said = (state: string): Delivery => ({
    accountCurrency,
    eventId: listedId(list, content),
    state,
    stateSaid: ['row.status', state],
    path: 'row',
  });
  if (list === 'ripio-deposits')
    return readAs(their.listedDepositBody, body, ({ row }) =>
      row.status === undefined ? WITHOUT_STATE : asListed(depositReading(LISTED_DEPOSIT_STATES, row, said(row.status))),
    );
  return readAs(their.listedWithdrawalBody, body, ({ row }) =>
    row.status === undefined ? WITHOUT_STATE : asListed(withdrawalReading(row, said(row.status))),
  );
}

const WITHOUT_STATE = unrecognised('row.status is missing.');
