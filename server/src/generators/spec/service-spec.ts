import { type ImportedName, importLines } from '../source-text.js'
import type { TextStyle } from '../style.js'
import { methodTests } from './cases.js'
import { codeInStyle, describeText, indented } from './code.js'
import { type InputMaker, inputMakerText } from './inputs.js'
import { type RecordMaker, recordMakerText } from './records.js'
import type { TestedMethod } from './tested-method.js'

export interface ServiceSpecOptions {
  readonly style: TextStyle
  readonly service: ImportedName
  /** How the service is made from `prisma`, and the names that this needs. */
  readonly made: { readonly text: string; readonly imports: readonly ImportedName[] }
  readonly prisma: PrismaAccess
  /** The module of the helper that starts the database. */
  readonly database: string
  readonly clientModule: string
  readonly runner: TestRunner
  readonly records: readonly RecordMaker[]
  readonly inputs: readonly InputMaker[]
  readonly methods: readonly TestedMethod[]
}

/** The project's Prisma service, or the client itself. */
export interface PrismaAccess {
  readonly name: ImportedName
  readonly text: string
  readonly imports: readonly ImportedName[]
  /** The statements that connect it and end it. */
  readonly start: readonly string[]
  readonly end: string
}

export interface TestRunner {
  /** From where its functions are imported; undefined where they are global. */
  readonly module: string | undefined
}

/** The tests of a service against a database. */
export function generateServiceSpec(options: ServiceSpecOptions): string {
  const { style, service, prisma, records, inputs, methods } = options
  const functions = [...records.map(recordMakerText), ...inputs.map(inputMakerText)]
  const tests = describeText(service.name, methods.map(methodTests))
  const code = [setUp(options), tests, ...(functions.length > 0 ? ['let count = 0;'] : []), ...functions].join('\n\n')
  const names = [...importsOf(options, code), prisma.name, service].filter(
    ({ name }, index, all) => all.findIndex((each) => each.name === name) === index,
  )
  const imports = importLines(names, { ...style, quote: "'", semicolon: ';', indent: '  ' })
  return codeInStyle(`${imports.join('\n')}\n\n${code}\n`, style)
}

function setUp({ service, made, prisma }: ServiceSpecOptions): string {
  const start = [
    'database = await startTestDatabase();',
    `prisma = ${prisma.text};`,
    'await database.guard(prisma);',
    ...prisma.start,
    `service = ${made.text};`,
  ]
  return `let database: TestDatabase;
let prisma: ${prisma.name.name};
let service: ${service.name};

beforeAll(async () => {
${indented(start.join('\n'))}
}, 60_000);

beforeEach(() => database.empty());

afterAll(async () => {
  ${prisma.end}
  await database?.stop();
});`
}

function importsOf(options: ServiceSpecOptions, code: string): readonly ImportedName[] {
  const { runner, database, clientModule, made, prisma, inputs, methods } = options
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code)
  const functions = ['afterAll', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it']
  const models = new Set(methods.flatMap(({ answer, model }) => (answer ? [model.name] : [])))
  const errors = methods.flatMap(({ missing, taken, dangling }) =>
    [missing, taken, dangling].flatMap((refusal) =>
      refusal.kind === 'class' && uses(refusal.name.name) ? [refusal.name] : [],
    ),
  )
  const value = (module: string) => (name: string) => ({ name, module, kind: 'value' as const })
  return [
    ...(runner.module === undefined ? [] : functions.map(value(runner.module))),
    ...(uses('randomUUID') ? [value('node:crypto')('randomUUID')] : []),
    ...(uses('Prisma') ? [{ name: 'Prisma', module: clientModule, kind: 'type' as const }] : []),
    ...[...models].map((name) => ({ name, module: clientModule, kind: 'type' as const })),
    ...['startTestDatabase', 'asSent', 'standIn'].filter(uses).map(value(database)),
    value(database)('type TestDatabase'),
    ...made.imports,
    ...prisma.imports,
    ...inputs.map(({ imported }) => imported),
    ...errors,
  ]
}
