// `npm run bench:browse`: a store of 1,000,000 transactions and 4,000,000 events, and in one run, as ratios: pages of a
// filtered and sorted list and searches through HTTP beside the bare SQL of the same, the list's page beside an empty
// one, and whole files beside COPY. Every answer is compared with what the bare SQL finds.
//
//   ROWS=1000000 ROUNDS=100

import { cpus } from 'node:os';
import pg from 'pg';
import { apiKey, firstByteOf, inTurns, percentile, signedIn } from './browse-clock.mjs';
import { askPages, askSearches } from './browse-questions.mjs';
import { fillStore } from './browse-store.mjs';
import { PLAIN_COLUMNS, probeExports, TOLD_COLUMNS } from './export-probe.mjs';

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 100);
/** How many bytes our last answer had. */
let answered = 1_200;

process.env.CONCILIA_BENCH = '1';
const { startDesk } = await import('../../scripts/desk.mjs');
const desk = await startDesk({ port: 'free', throwAway: true, durable: true, sampleData: false, log: console.log });
const database = new pg.Client({ connectionString: desk.databaseUrl });
try {
  await database.connect();
  await fillStore(database, ROWS);
  console.log(`${cpus().length} cores, Node ${process.versions.node}; ${ROUNDS} rounds, each in turns.\n`);
  await measureQuestions();
  await measurePages();
  await measureFiles();
} finally {
  await database.end();
  await desk.stop();
}

/** What the frame needs to read a question and to answer it with as much JSON, knowing nothing: no route can be faster. */
async function frame() {
  await (await fetch(`${desk.url}/api/bench/bare?bytes=${answered}`)).json();
}

async function measureQuestions() {
  const headers = { authorization: `Bearer ${apiKey(desk)}` };
  const api = async (path) => {
    const response = await fetch(`${desk.url}/api/v1${path}`, { headers });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    const text = await response.text();
    answered = text.length;
    return JSON.parse(text);
  };
  const asking = { database, api, frame };
  // Warm up: a server that runs for weeks is measured, and its code is compiled after some hundred calls only. The bare
  // route is asked as often.
  await askPages(asking, 20);
  await askSearches(asking, 200);
  const results = { ...(await askPages(asking, ROUNDS)), ...(await askSearches(asking, ROUNDS)) };
  console.table(Object.fromEntries(Object.entries(results).map(([name, times]) => [name, inWords(times)])));
}

/** The ratios twice: a busy machine shows in the slowest answers first. */
function inWords(times) {
  const at = (share) => Object.fromEntries(Object.entries(times).map(([name, own]) => [name, percentile(own, share)]));
  const [p50, p95] = [at(0.5), at(0.95)];
  return {
    'bare SQL p50': ms(p50.bare),
    'frame p50': ms(p50.frame),
    'ours p50': ms(p50.ours),
    'ours : bare + frame, p50': ratio(p50.ours, p50.bare + p50.frame),
    'bare SQL p95': ms(p95.bare),
    'frame p95': ms(p95.frame),
    'ours p95': ms(p95.ours),
    'ours : bare, p95': ratio(p95.ours, p95.bare),
    'ours : bare + frame, p95': ratio(p95.ours, p95.bare + p95.frame),
  };
}

/** Time to the first byte of the list's page, for somebody signed in, beside a page that shows nothing. */
async function measurePages() {
  const headers = { cookie: await signedIn(desk) };
  const pages = { empty: '/bench', list: '/transactions', narrowed: '/transactions?provider=juno&status=failed' };
  const first = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  const ask = (name) => async () => {
    first[name].push(await firstByteOf(desk.url + pages[name], headers));
  };
  const turns = Object.fromEntries(Object.keys(pages).map((name) => [name, ask(name)]));
  await inTurns(Array(5).fill(null), turns); // warm up
  for (const own of Object.values(first)) own.length = 0;
  const whole = await inTurns(Array(Math.ceil(ROUNDS / 2)).fill(null), turns);
  for (const own of Object.values(first)) own.sort((a, b) => a - b);
  const table = Object.entries(pages).map(([name, path]) => [
    path,
    {
      'first byte p50': ms(percentile(first[name], 0.5)),
      'first byte p95': ms(percentile(first[name], 0.95)),
      'whole page p50': ms(percentile(whole[name], 0.5)),
      'first byte : empty page (p50)': ratio(percentile(first[name], 0.5), percentile(first.empty, 0.5)),
    },
  ]);
  console.table(Object.fromEntries(table));
}

async function measureFiles() {
  const cookie = await signedIn(desk);
  const known = { url: desk.url, cookie, databaseUrl: desk.databaseUrl, serverPid: desk.serverPid() };
  const table = {};
  for (const [name, columns] of Object.entries({
    'columns of the table': PLAIN_COLUMNS,
    'and of the fold': TOLD_COLUMNS,
  })) {
    const { rows, copy, csv, xlsx } = await probeExports({ ...known, columns });
    if (rows !== ROWS) throw new Error(`${rows} rows instead of ${ROWS}.`);
    table[name] = {
      'COPY s': seconds(copy.milliseconds),
      'CSV s': seconds(csv.milliseconds),
      'CSV : COPY (speed)': csv.ratio.toFixed(2),
      'CSV MiB': Math.round(csv.bytes / 2 ** 20),
      'memory grew by MiB': csv.grownMiB,
      'XLSX rows/s': xlsx.rowsPerSecond,
      'XLSX grew by MiB': xlsx.grownMiB,
    };
  }
  console.table(table);
}

function ms(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`;
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}

function ratio(a, b) {
  return (a / b).toFixed(2);
}
