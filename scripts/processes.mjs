// Starting other programs and seeing them end: to completion (`run`), or as long-lived children (`launch`).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export const root = path.dirname(import.meta.dirname);
const leash = pathToFileURL(path.join(import.meta.dirname, 'leash.mjs')).href;
const READY_SECONDS = 60;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

/** A program that ended badly. `output` is what it printed, unless that went straight to the terminal. */
export class CommandError extends Error {
  constructor(name, ending, output) {
    super(`${name} ${ending}${output ? `\n${output}` : ''}`);
    this.name = 'CommandError';
    this.output = output;
  }
}

/**
 * Runs a program to its end and resolves with what it printed. Its output is kept back, so that a run that goes
 * well stays quiet, unless `show` lets it through to the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean, name?: string }} [options]
 */
export async function run(command, args, { show = false, name = path.basename(command), ...options } = {}) {
  const output = show ? 'inherit' : 'pipe';
  const child = spawn(command, args, { ...options, stdio: ['ignore', output, output] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  const [code, signal] = await once(child, 'close');
  if (code === 0) return printed;
  throw new CommandError(name, signal ? `was stopped by ${signal}` : `ended with code ${code}`, printed.trim());
}

/** Runs a command line tool that npm has installed, with the Node we run on. */
export function runTool(name, args, options) {
  const script = realpathSync(path.join(root, 'node_modules', '.bin', name));
  return run(process.execPath, [script, ...args], { cwd: root, name, ...options });
}

/**
 * Starts a Node program that stays. It lives in a process group of its own, so that Ctrl-C in a terminal reaches
 * only us and we can stop things in order; the leash ends it should we die without a word.
 * `ready` resolves when it prints the line "ready". What it printed before is the small talk of its frameworks and is
 * dropped (errors have their own channel); what comes after is passed on.
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ errors?: 'inherit' | number }} [options] where its complaints go: to our own, or to an open file
 */
export function launch(name, args, env, { errors = 'inherit' } = {}) {
  const child = spawn(process.execPath, ['--import', leash, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', errors, 'ipc'],
  });
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const ready = new Promise((resolve) => {
    let isReady = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (isReady) console.log(line);
      if (line !== 'ready') return;
      isReady = true;
      resolve();
    });
  });
  return { name, child, exited, ready };
}

/** Rejects if the program ends, or says nothing for too long, before it is ready. */
export async function untilReady({ name, exited, ready }) {
  const ended = exited.then((code) => {
    throw new Error(`${name} ended before it was ready (${code}).`);
  });
  const late = sleep(READY_SECONDS * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`${name} was not ready within ${READY_SECONDS} s.`);
  });
  await Promise.race([ready, ended, late]);
  for (const moot of [ended, late]) moot.catch(() => {});
}

/** Asks a program to finish and waits for it; one that has not finished within `graceSeconds` is killed. */
export async function finish({ child, exited }, graceSeconds) {
  child.kill('SIGTERM');
  const deadline = setTimeout(() => child.kill('SIGKILL'), graceSeconds * 1000);
  await exited;
  clearTimeout(deadline);
}

/**
 * Keeps a program running: when it ends it is started again, after a pause that grows while it keeps ending.
 * `started` resolves once it has been ready for the first time. It rejects when it was not: then the program is not
 * started again where it `mustStart`, for its next attempt would meet the same taken port or bad setting.
 * @param {string} name
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, graceSeconds: number, mustStart?: boolean, log: (line: string) => void }} options
 */
export function keepRunning(name, args, { env, graceSeconds, mustStart = false, log }) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current = launch(name, args, env);
  const started = untilReady(current);
  const revive = async () => {
    for (let pause = pauses(); ; ) {
      const since = Date.now();
      const code = await current.exited;
      if (signal.aborted) return;
      if (Date.now() - since > STEADY_MS) pause = pauses();
      const milliseconds = pause.next().value;
      log(`${name} ended (${code}); starting it again in ${milliseconds / 1000} s`);
      await sleep(milliseconds, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      current = launch(name, args, env);
    }
  };
  const running = started.then(revive, () => (mustStart ? undefined : revive()));
  return {
    started,
    /** The process it is today; the last one's while there is none. */
    pid: () => current.child.pid,
    async stop() {
      stopping.abort();
      await finish(current, graceSeconds);
      await running;
    },
  };
}

/** How long to wait before each further attempt, in milliseconds: twice as long every time, up to half a minute. */
export function* pauses() {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) yield pause;
}

/**
 * Whether a module is what `node` was told to run, rather than imported by it.
 * @param {ImportMeta} meta
 */
export function isEntry(meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === meta.filename;
}
