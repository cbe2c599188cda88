import type { TextStyle } from '../style.js'
import { codeInStyle } from './code.js'

export interface DatabaseHelperOptions {
  readonly style: TextStyle
  /** The environment variable that holds the database's address. */
  readonly variable: string
  /** The ways from the helper's folder to the package and, where there are some, to its migrations. */
  readonly root: string
  readonly migrations: string | undefined
  /** What makes the tables where there are no migrations: the arguments of `npx`. */
  readonly push: readonly string[]
}

/** The file that gives each file of tests a PostgreSQL database of its own, with the project's tables in it. */
export function generateDatabaseHelper({ style, ...options }: DatabaseHelperOptions): string {
  const tables = options.migrations === undefined ? pushing(options.root, options.push) : migrating(options.migrations)
  const code = [imports(options.migrations), start(options), tables, EMPTYING, EMBEDDING, REST]
  return codeInStyle(`${code.join('\n\n')}\n`, style)
}

function imports(migrations: string | undefined): string {
  const [process, files] =
    migrations === undefined
      ? ['execFileSync, spawn', '']
      : ['spawn', "import { existsSync, readdirSync, readFileSync } from 'node:fs';\n"]
  return `import { ${process} } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
${files}import path from 'node:path';
import { Client } from 'pg';`
}

function start({ variable, migrations }: Pick<DatabaseHelperOptions, 'variable' | 'migrations'>): string {
  const make = migrations === undefined ? 'createTables();' : 'for (const sql of migrations()) await client.query(sql);'
  return `/** A database for one file of tests. */
export interface TestDatabase {
  /** Throws where a client has another database open: tests would write there. */
  guard(client: { $queryRawUnsafe(sql: string): Promise<unknown> }): Promise<void>;
  /** Removes all records. */
  empty(): Promise<void>;
  /** Ends it. What was made for it is removed. */
  stop(): Promise<void>;
}

/**
 * Starts a database with the tables of the project, and lets ${variable} name it. Where ${variable} names a PostgreSQL
 * server already, it is a new database on that server, whose other databases are left alone; else an embedded one.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const given = process.env.${variable};
  const server = given ? await createDatabase(given) : await startEmbedded();
  const client = new Client({ connectionString: server.url });
  const mark = \`test_\${randomUUID()}\`;
  const stop = async () => {
    await client.end();
    await server.stop();
    if (given === undefined) delete process.env.${variable};
    else process.env.${variable} = given;
  };
  try {
    process.env.${variable} = server.url;
    await client.connect();
    await client.query(\`CREATE SCHEMA "\${mark}"\`);
    ${make}
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async guard(client) {
      const found = await client.$queryRawUnsafe(\`SELECT 1 FROM pg_namespace WHERE nspname = '\${mark}'\`);
      if (!Array.isArray(found) || found.length === 0) throw new Error('The client does not use ${variable}');
    },
    empty: () => emptyTables(client),
    stop,
  };
}`
}

function migrating(migrations: string): string {
  return `const MIGRATIONS = path.join(__dirname, '${migrations}');

/** The SQL of the migrations, oldest first. */
function migrations(): string[] {
  const names = readdirSync(MIGRATIONS).sort();
  const files = names.map((name) => path.join(MIGRATIONS, name, 'migration.sql'));
  return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
}`
}

function pushing(root: string, push: readonly string[]): string {
  return `/** Makes the tables from the schema, as there are no migrations. */
function createTables(): void {
  const args = [${push.map((each) => `'${each}'`).join(', ')}];
  execFileSync('npx', args, { cwd: path.join(__dirname, '${root}'), stdio: 'pipe' });
}`
}

const EMPTYING = `async function emptyTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null }>(TABLES);
  const tables = rows[0]?.tables;
  if (tables) await client.query(\`TRUNCATE \${tables} RESTART IDENTITY CASCADE\`);
}

const TABLES = \`SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> '_prisma_migrations'\`;

interface Server {
  url: string;
  stop(): Promise<void>;
}`

const EMBEDDING = `/** PGlite in a process of its own, which ends with this one. */
async function startEmbedded(): Promise<Server> {
  const program = path.join(__dirname, 'prisma-test-server.mjs');
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [port] = await Promise.race([once(child.stdout, 'data'), ended.then(() => [])]);
  if (!port) throw new Error('The embedded database does not start');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  const url = \`postgresql://postgres:postgres@127.0.0.1:\${Number(port)}/postgres\`;
  return { url: \`\${url}?sslmode=disable&connection_limit=1\`, stop };
}`

const REST = `async function createDatabase(server: string): Promise<Server> {
  const name = \`test_\${randomUUID().replace(/-/g, '')}\`;
  await runOn(server, \`CREATE DATABASE "\${name}"\`);
  const url = new URL(server);
  url.pathname = name;
  url.searchParams.delete('schema');
  return { url: url.href, stop: () => runOn(server, \`DROP DATABASE "\${name}" WITH (FORCE)\`) };
}

async function runOn(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A value as it is sent: what JSON makes of it. */
export function asSent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)));
}

/** Stands in for what tests do not reach, such as a service that sends mails: its methods do nothing. */
export function standIn<T extends object>(): T {
  return new Proxy({} as T, { get: (_, name) => (name === 'then' ? undefined : async () => undefined) });
}`
