import type { Right } from '../lib/access/rights';
import { keyWith } from './doors-walked';
import { type Desk, deliver, expect, folded, payload, query } from './fixtures';

/** Made-up people whose every personal value is known, put into the desk by all ways in. */

export const PERSONAL = {
  'sender CLABE': '646180115407771237',
  'receiver CLABE': '710969000007771239',
  'CLABE in a bank’s text': '012180007771234566',
  CVU: '0000465116000777123453',
  CUIT: '27765432192',
  CPF: '77712345694',
  RFC: 'ZAXO770712QX7',
  'e-mail in a note': 'xochitl.zarandona@example.com',
  'name of a sender': 'Xochitl Zarandona Quetzalpan',
  'name of a holder': 'Anahi Nancupil Brizuelato',
  'name of a payer': 'Iracema Wanderlei Tupinambara',
  'name in a bank’s text': 'EVARISTO HUITZILIHUITL',
} as const;

/** What finds the planted payments, and stays clear for everybody. */
export const REFERENCES = {
  issuance: 'planted-ref-0001',
  clave: 'MBAN01002610060000777001',
  transaction: 'juno:issuance:planted-issuance-1',
  deposit: 'ripio:planted-deposit-1',
  ticket: 'brla:planted-ticket-1',
} as const;

const DAY = '2026-10-06';
const desks = new Map<string, Promise<void>>();

/** Plants everything once per desk: payments, a statement, a note, a refusal, a file and a run of the passes. */
export function planted(desk: Desk): Promise<void> {
  const known = desks.get(desk.url) ?? plant(desk);
  desks.set(desk.url, known);
  return known;
}

async function plant(desk: Desk): Promise<void> {
  await deliver(desk, 'juno', JSON.stringify(issuance()));
  await deliver(desk, 'ripio', JSON.stringify(deposit()));
  await deliver(desk, 'brla', JSON.stringify(ticket()));
  await deliver(
    desk,
    'juno',
    JSON.stringify({
      event: 'TRANSACTION',
      payload: { type: 'UNHEARD_OF', holder_name: PERSONAL['name of a holder'] },
    }),
  );
  await deliver(
    desk,
    'nobody',
    JSON.stringify({ clabe: PERSONAL['sender CLABE'], name: PERSONAL['name of a sender'] }),
  );
  await folded(desk);
  await importStatement(desk);
  await query(
    desk,
    `INSERT INTO remarks (transaction_id, kind, text, made_by) VALUES ('${REFERENCES.transaction}', 'note',
      'She wrote from ${PERSONAL['e-mail in a note']} about ${PERSONAL['receiver CLABE']}', 'ana@example.test')`,
  );
  await inBackground(desk, 'reconcile');
  await expect.poll(async () => (await query(desk, 'SELECT id FROM match_exceptions')).length).toBeGreaterThan(0);
  await orderedFile(desk, ['export', 'personal']);
  await orderedFile(desk, ['export']);
}

function issuance() {
  const message = JSON.parse(payload('juno', 'issuance-failed'));
  Object.assign(message.payload, {
    id: 'planted-issuance-1',
    external_ref: REFERENCES.issuance,
    created_at: `${DAY}T16:00:00Z`,
    updated_at: `${DAY}T16:00:30Z`,
    status: 'COMPLETE',
  });
  Object.assign(message.payload.issuance, {
    amount: '100',
    deposit_sender_clabe: PERSONAL['sender CLABE'],
    deposit_sender_name: PERSONAL['name of a sender'],
    deposit_receiver_clabe: PERSONAL['receiver CLABE'],
    external_fiat_id: REFERENCES.clave,
    error: { code: 'X1', message: `Account ${PERSONAL['sender CLABE']} of ${PERSONAL['name of a sender']} was slow` },
  });
  return message;
}

function deposit() {
  const message = JSON.parse(payload('ripio', 'fiat-deposit-completed'));
  Object.assign(message.payload, {
    id: 'planted-deposit-1',
    created_at: `${DAY}T15:00:00.000001Z`,
    updated_at: `${DAY}T15:00:30.000001Z`,
    origin_account_identifier: PERSONAL.CVU,
    origin_account_holder_id: PERSONAL.CUIT,
    origin_account_holder_name: PERSONAL['name of a holder'],
  });
  return message;
}

function ticket() {
  const message = JSON.parse(payload('brla', 'avenia-payin-paid'));
  Object.assign(message.data.ticket, {
    id: 'planted-ticket-1',
    externalId: 'planted-ticket-ref',
    createdAt: `${DAY}T13:00:00.000Z`,
    updatedAt: `${DAY}T13:05:00.000Z`,
  });
  Object.assign(message.data.ticket.brazilianFiatSenderInfo, {
    name: PERSONAL['name of a payer'],
    taxId: PERSONAL.CPF,
    endToEndId: 'E99999999202610061301planted0001',
  });
  return message;
}

async function importStatement(desk: Desk): Promise<void> {
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, bank, number, currency, zone, created_by)
     VALUES ('planted-mx', 'Pesos that are planted', 'spei', 'BBVA México', NULL, 'MXN', 'America/Mexico_City', 'e2e')
     ON CONFLICT DO NOTHING`,
  );
  const { 'CLABE in a bank’s text': clabe, 'name in a bank’s text': name, RFC } = PERSONAL;
  const file = `Fecha,Concepto,Cargo,Abono,Saldo,Referencia
06/10/2026,SPEI RECIBIDO DEL CLIENTE ${name} DE LA CLABE ${clabe} CON RFC ${RFC} CLAVE DE RASTREO ${REFERENCES.clave},,100.00,,P1
06/10/2026,SPEI RECIBIDO DEL CLIENTE ${name} DE LA CLABE ${clabe} CON RFC ${RFC},,777.10,,P2
20/10/2026,SPEI RECIBIDO DE NADIE,,"7,531.40",,P3
`;
  const key = await keyWith(desk, ['reconcile']);
  const answer = await fetch(`${desk.url}/api/v1/statements?account=planted-mx&file=planted.csv`, {
    method: 'POST',
    body: file,
    headers: { authorization: `Bearer ${key}` },
  });
  expect([200, 201], await answer.clone().text()).toContain(answer.status);
}

/** A file made by the job for a key of this scope. */
async function orderedFile(desk: Desk, scopes: readonly Right[]): Promise<void> {
  const key = await keyWith(desk, scopes);
  const headers = { authorization: `Bearer ${key}` };
  const ordered = await fetch(`${desk.url}/api/v1/exports`, {
    method: 'POST',
    body: JSON.stringify({ list: 'transactions', query: `clabe=${PERSONAL['sender CLABE']}` }),
    headers,
  });
  const { id } = await ordered.json();
  await expect
    .poll(async () => (await (await fetch(`${desk.url}/api/v1/exports/${id}`, { headers })).json()).state)
    .toBe('done');
}

/** As the desk's own queue is asked. */
async function inBackground(desk: Desk, job: string): Promise<void> {
  await query(
    desk,
    `SELECT (graphile_worker.add_job(identifier => '${job}', payload => json_build_object('requestedBy', 'e2e'),
      queue_name => '${job}', max_attempts => 1, job_key => '${job}', job_key_mode => 'replace')).id::text`,
  );
}
