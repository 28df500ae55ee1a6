// What a process counts of itself, for Prometheus. Added up in memory: each process is asked for its own. No label ever
// names a person, a payment or an address.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ROWS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** Kept on the process, since a bundler evaluates this module a second time. */
const METRICS = Symbol.for('concilia.metrics');

/** @returns {ReturnType<typeof makeMetrics>} */
export function processMetrics() {
  globalThis[METRICS] ??= makeMetrics();
  return globalThis[METRICS];
}

function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name, help, labelNames = []) =>
    new Counter({ name: `concilia_${name}`, help, labelNames, registers });
  const gauge = (name, help, labelNames = []) => new Gauge({ name: `concilia_${name}`, help, labelNames, registers });
  const histogram = (name, help, buckets, labelNames = []) =>
    new Histogram({ name: `concilia_${name}`, help, buckets, labelNames, registers });
  return {
    registry,
    deliveries: counter('deliveries_total', 'Webhooks by provider and what became of them', ['provider', 'result']),
    ingest: histogram('ingest_seconds', 'From a webhook’s request to its answer', SECONDS),
    appendBatch: histogram('append_batch_rows', 'Deliveries made durable by one commit', ROWS),
    appendWaiting: gauge('append_waiting_bytes', 'Bytes of deliveries that wait for the next commit'),
    backlog: gauge('backlog_deliveries', 'Deliveries stored and not folded yet, in the whole store'),
    backlogAge: gauge('backlog_oldest_seconds', 'Since when the oldest of them waits'),
    folded: counter('folded_deliveries_total', 'Deliveries folded by this process'),
    foldBatch: histogram('fold_batch_seconds', 'Reading and folding one batch', SECONDS),
    setAside: counter('set_aside_deliveries_total', 'Deliveries that could not be folded'),
    foldFailures: counter('fold_failures_total', 'Batches that will be tried again'),
    jobs: counter('jobs_total', 'Background jobs by outcome', ['job', 'outcome']),
    requests: counter('http_requests_total', 'Requests by group of routes and status', ['group', 'status']),
    requestTime: histogram('http_request_seconds', 'From a request to the last byte of its answer', SECONDS, ['group']),
    connections: gauge('database_connections', 'Connections by pool and state', ['pool', 'state']),
  };
}
