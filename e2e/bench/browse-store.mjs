// A store as large as the desk is meant for, made inside PostgreSQL: transactions of three providers over a year, each
// with its fold, its first delivery, four events, a leg and about seven identifiers.

/** A moment as the events write it. */
const text = (at) => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const DAYS = 365;

/**
 * @param {import('pg').Client} database empty, migrated
 * @param {number} rows how many transactions
 */
export async function fillStore(database, rows) {
  const began = performance.now();
  await database.query("SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'");
  await database.query(made(rows));
  await withoutIndexes(database, ['transactions', 'identifiers', 'events', 'legs'], async () => {
    for (const fill of [TRANSACTIONS, IDENTIFIERS, EVENTS, DELIVERIES, READINGS, RECEIPTS, LEGS])
      await database.query(fill);
  });
  await database.query("DROP TABLE made; SELECT setval('deliveries_seq_seq', (SELECT max(seq) FROM deliveries))");
  await database.query('VACUUM ANALYZE');
  const counted = await database.query(`
    SELECT (SELECT count(*)::int FROM transactions) AS transactions, (SELECT count(*)::int FROM events) AS events,
      (SELECT count(*)::int FROM identifiers) AS identifiers, pg_size_pretty(pg_database_size(current_database())) AS size`);
  const seconds = Math.round((performance.now() - began) / 1000);
  const { transactions, events, identifiers, size } = counted.rows[0];
  console.log(
    `${transactions} transactions, ${events} events, ${identifiers} identifiers; ${size}, made in ${seconds} s.`,
  );
}

/** An index that is built at once is built many times faster than one that grows row by row. */
async function withoutIndexes(database, tables, work) {
  const { rows } = await database.query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY($1::regclass[]) AND NOT indisunique`,
    [tables],
  );
  for (const { name } of rows) await database.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await database.query(definition);
}

/** What all the tables are filled from. Of twenty payments one failed, two are under way, and the others completed. */
const made = (rows) => `
  CREATE UNLOGGED TABLE made AS
  SELECT i, k.provider, k.kind, md5('id' || i)::uuid::text AS uuid,
    CASE k.provider WHEN 'juno' THEN 'juno:' || k.kind || ':' ELSE k.provider || ':' END || md5('id' || i)::uuid AS id,
    (ARRAY['failed', 'pending', 'processing'])[1 + i / 10 % 20] AS unfinished,
    CASE WHEN i % 997 > 0 THEN round((100 + i * 7919::bigint % 5000000)::numeric / 100, 2) END AS amount, k.currency, k.token,
    CASE k.provider WHEN 'juno' THEN 'ethereum' WHEN 'brla' THEN 'polygon' END AS network,
    'order-' || left(md5('ref' || i), 16) AS external_ref, 'user-' || i % 5000 AS end_user,
    '0x' || md5('hash' || i) || md5('more' || i) AS hash,
    CASE k.provider WHEN 'juno' THEN 'NU' || upper(left(md5('bank' || i), 20))
      WHEN 'brla' THEN 'E18236120202603011200' || lpad(i::text, 11, '0') ELSE lpad(i::text, 22, '0') END AS bank_reference,
    CASE k.provider WHEN 'juno' THEN 'clave_rastreo' WHEN 'brla' THEN 'e2e' ELSE 'origin_account' END AS bank_kind,
    lpad((i * 37::bigint)::text, 18, '0') AS account, lpad(i::text, 11, '0') AS tax_id, k.has_tax_id,
    at.occurred AS occurred_at, at.occurred + (20 + i * 7919::bigint % 7200) * interval '1 second' AS updated_at
  FROM generate_series(1, ${rows}) AS i
  JOIN (VALUES (0, 'juno', 'issuance', 'MXN', 'MXNB', true), (1, 'juno', 'issuance', 'MXN', 'MXNB', false),
      (2, 'juno', 'issuance', 'MXN', 'MXNB', false), (3, 'juno', 'redemption', 'MXN', 'MXNB', true),
      (4, 'brla', 'mint', 'BRL', 'BRLA', true), (5, 'brla', 'mint', 'BRL', 'BRLA', true),
      (6, 'brla', 'mint', 'BRL', 'BRLA', true), (7, 'brla', 'burn', 'BRL', 'BRLA', true),
      (8, 'ripio', 'fiat_deposit', 'ARS', NULL, true), (9, 'ripio', 'fiat_withdrawal', 'ARS', NULL, false))
    AS k(n, provider, kind, currency, token, has_tax_id) ON k.n = i % 10
  CROSS JOIN LATERAL (SELECT now() - (${rows} - i) * (interval '${DAYS} days' / ${rows}) AS occurred) AS at`;

const identifiersOf = (m) => `(
  VALUES ('external_ref', ${m}.external_ref), ('provider_id', ${m}.uuid), ('end_user_id', ${m}.end_user),
    (${m}.bank_kind, ${m}.bank_reference), ('tx_hash', ${m}.hash), ('beneficiary_account_id', ${m}.account),
    (CASE WHEN ${m}.has_tax_id THEN 'tax_id' END, ${m}.tax_id)) AS named(kind, value)`;

const identifierList = (m) => `(
  SELECT jsonb_agg(jsonb_build_object('kind', kind, 'value', value)) FROM ${identifiersOf(m)} WHERE kind IS NOT NULL)`;

const status = (m) => `coalesce(${m}.unfinished, 'completed')`;
const money = (m) => `CASE WHEN ${m}.amount IS NOT NULL THEN
  jsonb_build_object('amount', ${m}.amount::text, 'currency', ${m}.currency) END`;

const TRANSACTIONS = `
  INSERT INTO transactions (id, provider, kind, environment, status, provider_status, amount, currency, token, network,
    external_ref, is_incomplete, occurred_at, updated_at, event_count, state)
  SELECT m.id, m.provider, m.kind, 'stage', ${status('m')}, upper(${status('m')}), m.amount,
    CASE WHEN m.amount IS NOT NULL THEN m.currency END, m.token, m.network, m.external_ref, m.amount IS NULL,
    m.occurred_at, m.updated_at, 4, jsonb_build_object(
      'id', m.id, 'provider', m.provider, 'kind', m.kind, 'status', ${status('m')},
      'providerStatus', upper(${status('m')}), 'amount', ${money('m')}, 'amountOut', NULL, 'isCurrencyAssumed', false,
      'fees', '[]'::jsonb, 'revertedAmount', NULL, 'exchangeRate', NULL, 'network', m.network, 'token', m.token,
      'externalRef', m.external_ref, 'endUser', m.end_user, 'failure', NULL, 'refund', NULL,
      'identifiers', ${identifierList('m')}, 'links', '[]'::jsonb,
      'details', jsonb_build_object('sender_name', 'Cliente ' || m.i, 'method', 'transfer'),
      'occurredAt', ${text('m.occurred_at')}, 'updatedAt', ${text('m.updated_at')}, 'isIncomplete', m.amount IS NULL,
      'isReopened', false, 'hasUnrecognised', false, 'eventCount', 4)
  FROM made m ORDER BY m.i`;

const IDENTIFIERS = `
  INSERT INTO identifiers (key, kind, transaction_id, value)
  SELECT named.value, named.kind, m.id, named.value
  FROM made m CROSS JOIN LATERAL ${identifiersOf('m')} WHERE named.kind IS NOT NULL`;

const EVENTS = `
  INSERT INTO events (id, transaction_id, type, occurred_at, delivery_seq, data)
  SELECT e.id, m.id, e.type, e.at, m.i, jsonb_build_object(
    'id', e.id, 'transactionId', m.id, 'provider', m.provider, 'kind', m.kind, 'type', e.type,
    'providerStatus', upper(e.type), 'occurredAt', ${text('e.at')}, 'isEcho', false,
    'facts', jsonb_build_object('amount', ${money('m')}, 'network', m.network, 'externalRef', m.external_ref,
      'endUser', m.end_user, 'identifiers', jsonb_build_array(
        jsonb_build_object('kind', 'provider_id', 'value', m.uuid),
        jsonb_build_object('kind', 'external_ref', 'value', m.external_ref),
        jsonb_build_object('kind', 'tx_hash', 'value', m.hash, 'network', m.network))))
  FROM made m CROSS JOIN LATERAL (
    SELECT m.provider || ':event-' || m.i || '-' || n AS id,
      m.occurred_at + (m.updated_at - m.occurred_at) * (n - 1) / 3 AS at,
      CASE n WHEN 1 THEN 'Requested' WHEN 4 THEN
        CASE m.unfinished WHEN 'failed' THEN 'Failed' WHEN 'pending' THEN 'Requested' WHEN 'processing' THEN 'Started'
          ELSE 'Completed' END
        ELSE CASE m.unfinished WHEN 'pending' THEN 'Requested' ELSE 'Started' END END AS type
    FROM generate_series(1, 4) AS n) AS e
  ORDER BY m.i`;

const DELIVERIES = `
  INSERT INTO deliveries (seq, provider, environment, origin, received_at, source_address, proof, headers, body, answer_status)
  SELECT i, provider, 'stage', 'webhook', occurred_at + interval '1 second', '127.0.0.1', 'loopback', '{}',
    convert_to(jsonb_build_object('id', uuid, 'externalId', external_ref)::text, 'UTF8'), 200
  FROM made ORDER BY i`;

const READINGS = `
  INSERT INTO readings (delivery_seq, outcome, event_id, transaction_id)
  SELECT i, 'event', provider || ':event-' || i || '-1', id FROM made`;

const RECEIPTS = `INSERT INTO receipts (position, delivery_seq, hash) SELECT i, i, decode(md5(i::text), 'hex') FROM made`;

/** Legs that no bank sees: the reconciliation that runs beside us has nothing to do with them. */
const LEGS = `
  INSERT INTO legs (id, transaction_id, provider, kind, environment, rail, direction, amount, currency, expectation,
    occurred_at, local_day, last_day, external_ref, data)
  SELECT id || '#in', id, provider, kind, 'stage', CASE provider WHEN 'juno' THEN 'spei' WHEN 'brla' THEN 'pix' ELSE 'ars' END,
    'in', amount, currency, 'not_seen', occurred_at, occurred_at::date, occurred_at::date, external_ref,
    jsonb_build_object('id', id || '#in', 'transactionId', id)
  FROM made`;
