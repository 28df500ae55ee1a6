// The log of every process: one JSON object a line, or text where people read. No personal data: what stands under a
// known key is left out, and whatever still looks like an address, a long number or a password is blotted out of the
// finished line. Complaints go to stderr, all else to stdout.
//
//   LOG_LEVEL   trace, debug, info, warn, error, fatal or silent; info
//   LOG_FORMAT  json or text; text where stdout is a terminal

import { AsyncLocalStorage } from 'node:async_hooks';
import { format, stripVTControlCharacters } from 'node:util';
import { pino } from 'pino';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const WARN = 40;
const MOST_FRAMES = 12;
const LONGEST_MESSAGE = 400;
const LEFT_OUT = new Set(
  ['account', 'address', 'authorization', 'body', 'clabe', 'cookie', 'cpf', 'cvu', 'email', 'headers', 'name']
    .concat(['password', 'payload', 'query', 'search', 'secret', 'taxid', 'text', 'token', 'url', 'value'])
    .concat(['curp', 'rfc', 'cuit', 'cnpj', 'ip', 'peer']),
);

/** Kept on the process, since a bundler evaluates this module a second time. */
const holder = globalThis;
const LOG = Symbol.for('concilia.log');
const REQUEST = Symbol.for('concilia.request');

/**
 * The request that is being answered, for every line that is written meanwhile: its id and, once it is known, the
 * person's. The webhooks are answered without.
 * @type {AsyncLocalStorage<{ request: string, user?: string }>}
 */
holder[REQUEST] ??= new AsyncLocalStorage();
export const requestInHand = holder[REQUEST];

/** @returns {import('pino').Logger} the process's log */
export function processLog() {
  holder[LOG] ??= makeLog(process.env, { out: process.stdout, complaints: process.stderr });
  return holder[LOG];
}

/**
 * @param {{ LOG_LEVEL?: string, LOG_FORMAT?: string }} env
 * @param {{ out: { write(text: string): unknown, isTTY?: boolean }, complaints: { write(text: string): unknown } }} streams
 */
export function makeLog({ LOG_LEVEL = '', LOG_FORMAT = '' }, { out, complaints }) {
  const isText = LOG_FORMAT === 'text' || (LOG_FORMAT !== 'json' && out.isTTY === true);
  const destination = {
    [Symbol.for('pino.metadata')]: true, // has pino say `lastLevel`
    lastLevel: 0,
    write(line) {
      const clean = blotted(line);
      (this.lastLevel >= WARN ? complaints : out).write(isText ? inWords(clean) : clean);
    },
  };
  return pino(
    {
      level: LEVELS.includes(LOG_LEVEL) ? LOG_LEVEL : 'info',
      base: { pid: process.pid },
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }), log: withoutKnown },
      serializers: { err: toldError },
      mixin: () => ({ ...requestInHand.getStore() }),
    },
    destination,
  );
}

/** Sends whatever libraries and the frame print by themselves through the log. */
export function takeOverConsole(log) {
  for (const [method, level] of Object.entries({ log: 'info', info: 'info', warn: 'warn', error: 'error' })) {
    console[method] = (...said) => {
      const err = said.find((one) => one instanceof Error);
      const text = stripVTControlCharacters(format(...said.filter((one) => one !== err))).replace(/^[⨯✓▲\s]+/u, '');
      log[level]({ ...(err && { err }), ...(err?.digest && { digest: err.digest }) }, brief(text) || 'failed');
    };
  }
}

const isKnown = (key) => LEFT_OUT.has(key.toLowerCase().replace(/[^a-z]/g, ''));

/** The object of a line, without what stands under a known key, at any depth. */
function withoutKnown(object) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (isKnown(key)) return [key, '[left out]'];
      const isPlain = value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
      return [key, isPlain ? withoutKnown(value) : value];
    }),
  );
}

/** What went wrong and where, never with what: a message may quote what it was given. */
export function toldError(error) {
  if (!(error instanceof Error)) return { type: typeof error, message: brief(unquoted(String(error))) };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof error.code === 'string' && { code: error.code }),
    message: brief(unquoted(error.message)),
    stack: frames.slice(0, MOST_FRAMES).map((line) => line.trim()),
    ...(error.cause instanceof Error && {
      cause: { type: error.cause.name, message: brief(unquoted(error.cause.message)) },
    }),
  };
}

/** Prisma tells the whole call before it tells what was wrong with it. */
function brief(text) {
  const [, told = text] = /invocation[^\n]*:\n([\s\S]*)$/.exec(text) ?? [];
  return told.trim().slice(-LONGEST_MESSAGE);
}

/** A parser quotes what it could not read, the database what it could not take; the name of a column may stay. */
function unquoted(text) {
  return text
    .replace(/: "[^"]*"/g, ': "…"')
    .replace(/"([^"]*)"/g, (whole, inner) => (/^[a-z][a-z0-9_.]*$/.test(inner) ? whole : '"…"'));
}

const BLOTS = [
  [/(:\/\/)[^\s/@"]+@/g, '$1[left out]@'], // the password in a database's address
  [/[\w.+-]+(?:@|%40)(?:[\w-]+\.)+[A-Za-z]{2,}/g, '[e-mail]'],
  [/(?<![\w-])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?!\w)/g, '[id]'], // CURP
  [/(?<![\w-])[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}(?!\w)/g, '[id]'], // RFC
  [/(?<![\w.-])\+?\d(?:[.\-/ ]?\d){10,25}(?![\w-])/g, '[number]'], // CPF, CNPJ, CUIT, CLABE, CVU, telephone
];

/** A text without whatever looks like somebody's. */
export function blotted(text) {
  return BLOTS.reduce((line, [pattern, blot]) => line.replace(pattern, blot), text);
}

/** A line of JSON as people like to read it. */
function inWords(line) {
  const { level, time, pid: _pid, message = '', err, ...rest } = JSON.parse(line);
  const facts = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  const told = err ? [`${err.type}: ${err.message}`, ...(err.stack ?? [])].map((one) => `\n    ${one}`).join('') : '';
  return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${[message, ...facts].join(' ')}${told}\n`;
}
