// The SQL that a database lacks to match the Prisma schema. It uses Prisma's schema engine in its WebAssembly build, so
// that no engine binary is downloaded. Needs the development packages @prisma/schema-engine-wasm and
// @prisma/driver-adapter-utils.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { root } from './checkout.mjs';

/**
 * @param {{ url: string, directory?: string }} options a migrated database, and the folder of *.prisma files
 * @returns {Promise<string>} the SQL that would bring the database to the schema; empty where they agree
 */
export async function missingSql({ url, directory = path.join(root, 'prisma') }) {
  const files = schemaFiles(directory);
  const engine = await startEngine(url, files);
  const { stdout, exitCode } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: root },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  });
  return exitCode === 0 ? '' : stdout;
}

/** @param {string} directory */
function schemaFiles(directory) {
  const names = fs.readdirSync(directory).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((name) => ({
    path: path.join(directory, name),
    content: fs.readFileSync(path.join(directory, name), 'utf8'),
  }));
}

/**
 * @param {string} url
 * @param {{ path: string, content: string }[]} files
 */
async function startEngine(url, files) {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  });
  const report = (/** @type {string} */ message) => console.error('schema engine:', message);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: report } });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  const datamodels = files.map(({ path: name, content }) => [name, content]);
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapterFactory(url)));
}

/**
 * @param {string} url
 * @returns {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory}
 */
function adapterFactory(url) {
  const connect = async () => {
    const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 100, allowExitOnIdle: true });
    return readableCatalogue(await new PrismaPg(pool, { disposeExternalPool: true }).connect());
  };
  const connectToShadowDb = () => {
    throw new Error('a comparison with a live database needs no shadow database');
  };
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb };
}

/**
 * Types of the system catalogue, which the adapter (7.10) can't read, in particular "char" (18).
 * @type {Record<number, import('@prisma/driver-adapter-utils').ColumnType>}
 */
const catalogueTypes = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  26: ColumnTypeEnum.Int64,
  1000: ColumnTypeEnum.BooleanArray,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
};

/** @param {Awaited<ReturnType<PrismaPg['connect']>>} adapter */
function readableCatalogue(adapter) {
  const query = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (request) => {
    // PostgreSQL 18 lists NOT NULL among the constraints; the engine does not expect it there.
    const sql = request.sql.replace("NOT IN ('p', 'u', 'f')", "NOT IN ('p', 'u', 'f', 'n')");
    try {
      return await query({ ...request, sql });
    } catch (error) {
      if (!isUnsupportedType(error)) throw error;
      const result = await adapter.underlyingDriver().query({ text: sql, values: request.args, rowMode: 'array' });
      const columnTypes = result.fields.map(({ dataTypeID }) => catalogueTypes[dataTypeID] ?? ColumnTypeEnum.Text);
      return { columnNames: result.fields.map(({ name }) => name), columnTypes, rows: result.rows };
    }
  };
  return adapter;
}

/** @param {unknown} error */
const isUnsupportedType = (error) =>
  error instanceof DriverAdapterError && error.cause.kind === 'UnsupportedNativeDataType';
