import type { TextStyle } from '../style.js'
import { codeInStyle } from './code.js'

/**
 * The program that the tests' helper starts where no server is given: plain JavaScript, run by Node. `extensions` are
 * the modules for PostgreSQL's extensions, by the names that they are imported under.
 */
export function generateDatabaseServer(extensions: ReadonlyMap<string, string>, style: TextStyle): string {
  const imported = [...extensions].map(([name, module]) => `import { ${name} } from '${module}';\n`).join('')
  const names = [...extensions.keys()].join(', ')
  const code = imported === '' ? SERVER : withExtensions(imported, `{ ${names} }`)
  return codeInStyle(code, style)
}

function withExtensions(imported: string, extensions: string): string {
  return SERVER.replace(/^(import \{ PGlite \}.*\n)/m, `$1${imported}`)
    .replace('{ loadDataDir:', `{ extensions: ${extensions}, loadDataDir:`)
    .replace('PGlite.create()', `PGlite.create({ extensions: ${extensions} })`)
}

const SERVER = `// A PostgreSQL server for one file of tests: PGlite behind a socket. It ends when the tests that started it do.
// PGlite has one session: connections take turns, from the start of a transaction to its end.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const database = await openDatabase();
let last = Promise.resolve();

const server = createServer((socket) => {
  let received = Buffer.alloc(0);
  let batch = [];
  let isStarted = false;
  let release;
  let work = Promise.resolve();
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (const message of takeMessages()) {
      batch.push(message);
      if (isStarted && !ENDINGS.includes(message[0])) continue;
      const whole = Buffer.concat(batch);
      batch = [];
      isStarted ||= isStartup(message);
      work = work.then(() => answer(whole)).catch(() => socket.destroy());
    }
  });
  socket.on('close', () => {
    work = work.then(async () => {
      if (release) await database.exec('ROLLBACK');
      release?.();
    });
  });

  function* takeMessages() {
    for (;;) {
      const at = isStarted ? 1 : 0;
      const length = received.length >= at + 4 ? at + received.readInt32BE(at) : Number.POSITIVE_INFINITY;
      if (received.length < length) return;
      const message = received.subarray(0, length);
      received = received.subarray(length);
      yield message;
    }
  }

  async function answer(message) {
    // Before a connection starts, encryption is asked for.
    if (message.length === 8) return socket.write('N');
    if (message[0] === TERMINATE) return socket.end();
    release ??= await nextTurn();
    const { reply, isIdle } = readReply(Buffer.from(await database.execProtocolRaw(new Uint8Array(message))));
    if (!socket.destroyed) socket.write(reply);
    if (isIdle) {
      release();
      release = undefined;
    }
  }
});

/** Waits until nobody else's turn is left; the result ends this one. */
async function nextTurn() {
  const before = last;
  let end;
  last = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  return end;
}

const [TERMINATE, READY, OUTSIDE] = [...Buffer.from('XZI')];
/** Messages that are answered with "ready": a query, a call, and what ends a sequence of others. */
const ENDINGS = [...Buffer.from('QFSXcf')];

function isStartup(message) {
  return message.length > 8 && message.readInt32BE(4) === 3 << 16;
}

/** PGlite says that it is ready once more behind an error; clients want to hear it once. */
function readReply(reply) {
  const messages = [];
  for (let at = 0; at < reply.length; at += 1 + reply.readInt32BE(at + 1)) {
    messages.push(reply.subarray(at, at + 1 + reply.readInt32BE(at + 1)));
  }
  const last = messages.at(-1);
  const kept = messages.filter((message) => message === last || message[0] !== READY);
  return { reply: Buffer.concat(kept), isIdle: last?.[0] === READY && last[5] === OUTSIDE };
}

/** A new database. What its first start makes is kept, as it takes some seconds. */
async function openDatabase() {
  const folder = path.resolve('node_modules/.cache/prisma-test-database');
  const module = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(await readFile(path.join(path.dirname(module), '../package.json'), 'utf8'));
  const file = path.join(folder, \`pglite-\${version}.tar\`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return PGlite.create({ loadDataDir: new Blob([kept]) });
  const created = await PGlite.create();
  const dump = await created.dumpDataDir('none');
  await mkdir(folder, { recursive: true });
  await writeFile(\`\${file}.\${process.pid}\`, Buffer.from(await dump.arrayBuffer()));
  await rename(\`\${file}.\${process.pid}\`, file);
  return created;
}

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().once('close', () => process.exit());
`
