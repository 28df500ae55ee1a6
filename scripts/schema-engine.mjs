// Prisma's schema engine without Prisma's binary: as WebAssembly, which npm delivers like any other package,
// speaking to PostgreSQL through the same driver adapter as the app.

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/**
 * Lends an engine connected to `url` to `work`; afterwards both engine and connections are gone.
 * @template Result
 * @param {string} url
 * @param {(engine: import('@prisma/schema-engine-wasm').SchemaEngine) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withSchemaEngine(url, work) {
  await loadEngine();
  const connections = new MigrationConnections(url);
  const factory = bindMigrationAwareSqlAdapterFactory(connections);
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await connections.end();
  }
}

let loading;

/** The package's own entry imports the .wasm file as a module, which Node 20 cannot. */
function loadEngine() {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
    const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
    const imports = { ...bindings, ...unheldTimers() };
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
    // A panic in the engine cannot be caught; this is how it says why before the process ends.
    globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return loading;
}

/** The engine sets a time limit for its lock and never lifts it: it would hold each process for ten more seconds. */
function unheldTimers() {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return Object.fromEntries(names.map((name) => [name, (work, delay) => setTimeout(work, delay).unref()]));
}

class MigrationConnections extends PrismaPg {
  #url;
  #opened = [];

  constructor(url) {
    super({ connectionString: url });
    this.#url = url;
  }

  async connect() {
    const adapter = forMigrations(await super.connect());
    this.#opened.push(adapter.underlyingDriver());
    return adapter;
  }

  /** Where the engine replays the migrations to see what they amount to: only ever on a throw-away cluster. */
  async connectToShadowDb() {
    const name = `shadow_${randomUUID().replaceAll('-', '')}`;
    const main = await this.connect();
    await main.executeScript(`create database ${name}`);
    const shadow = new MigrationConnections(Object.assign(new URL(this.#url), { pathname: `/${name}` }).href);
    const adapter = await shadow.connect();
    this.#opened.push(adapter.underlyingDriver());
    return adapter;
  }

  /** The engine leaves its sessions open, and with them the lock it takes before it migrates. */
  async end() {
    for (const pool of this.#opened) if (!pool.ending) await pool.end();
  }
}

/**
 * Mends what the adapter, made for the app's queries, does to the engine's:
 * - It cuts a script at every semicolon, those inside function bodies and texts too. PostgreSQL takes a script whole,
 *   in one message, and runs it as one transaction: a migration that fails leaves nothing behind.
 * - It does not know the type "char" of PostgreSQL's own catalogue, by which the engine reads constraints.
 */
function forMigrations(adapter) {
  const { queryRaw } = adapter;
  return Object.assign(adapter, {
    async executeScript(script) {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        adapter.onError(error);
      }
    },
    async queryRaw(query) {
      let fields = [];
      const readingCharsAsText = Object.create(adapter, {
        performIO: {
          async value(sameQuery) {
            const result = await adapter.performIO(sameQuery);
            fields = result.fields;
            const { CHAR, TEXT } = pg.types.builtins;
            return {
              ...result,
              fields: fields.map((field) => (field.dataTypeID === CHAR ? { ...field, dataTypeID: TEXT } : field)),
            };
          },
        },
      });
      const result = await queryRaw.call(readingCharsAsText, query);
      return {
        ...result,
        columnTypes: result.columnTypes.map((type, i) =>
          fields[i].dataTypeID === pg.types.builtins.CHAR ? ColumnTypeEnum.Character : type,
        ),
      };
    },
  });
}
