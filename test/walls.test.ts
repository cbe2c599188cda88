import assert from 'node:assert/strict'
import { cruise, type ICruiseResult } from 'dependency-cruiser'

/** What each folder of `server/src` may import beside itself; `docs/architecture.md` says why. */
const WALLS: Record<string, readonly string[]> = {
  text: [],
  query: ['text'],
  model: ['text'],
  prisma: ['text', 'query', 'model'],
  typescript: ['text', 'query', 'model'],
  checker: ['text', 'model', 'typescript'],
  sql: ['text', 'model'],
  configuration: ['text', 'model'],
  matching: ['text', 'model'],
  rules: ['text', 'model', 'matching'],
  generators: ['text', 'model', 'matching'],
  analysis: [
    'text',
    'query',
    'model',
    'prisma',
    'typescript',
    'checker',
    'sql',
    'configuration',
    'matching',
    'rules',
    'generators',
  ],
  navigation: ['text', 'model', 'prisma', 'typescript', 'checker', 'matching', 'rules', 'analysis'],
  project: [
    'text',
    'model',
    'prisma',
    'typescript',
    'checker',
    'sql',
    'configuration',
    'matching',
    'rules',
    'analysis',
  ],
  testing: [
    'text',
    'model',
    'prisma',
    'typescript',
    'checker',
    'sql',
    'configuration',
    'matching',
    'rules',
    'analysis',
  ],
  lsp: ['text', 'model', 'configuration', 'rules', 'analysis', 'navigation', 'project'],
  cli: ['text', 'model', 'configuration', 'rules', 'analysis', 'navigation', 'project', 'lsp'],
}

const PURE = [
  'checker',
  'navigation',
  'text',
  'query',
  'model',
  'prisma',
  'typescript',
  'sql',
  'configuration',
  'matching',
  'rules',
  'generators',
  'analysis',
]

describe('import walls', () => {
  let result: ICruiseResult

  before(async () => {
    const { output } = await cruise(['server/src', 'client/src', 'shared/src'], {
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      tsConfig: { fileName: 'tsconfig.json' },
    })
    result = output as ICruiseResult
  })

  it('sees the modules and what they import', () => {
    assert.ok(result.modules.length > 50, `only ${result.modules.length} modules`)
    assert.ok(edges().length > 200, `only ${edges().length} imports`)
  })

  it('lets a folder import only what stands below it', () => {
    const wrong = edges().filter(({ from, to }) => from !== to && !allowed(from).includes(to))
    assert.deepEqual(wrong, [])
  })

  it('has the checker loaded only when it is asked for, as it brings the whole compiler', () => {
    const into = result.modules
      .filter(({ source }) => folderOf(source) !== 'checker' && !source.endsWith('.test.ts'))
      .flatMap(({ source, dependencies }) => dependencies.map((dependency) => ({ source, ...dependency })))
      .filter(({ resolved }) => resolved.startsWith('server/src/checker/'))
    const wrong = into.filter(({ dynamic, dependencyTypes }) => !dynamic && !dependencyTypes.includes('type-only'))
    assert.deepEqual(
      wrong.map(({ source, resolved }) => `${source} -> ${resolved}`),
      [],
    )
    assert.ok(into.some(({ dynamic }) => dynamic))
  })

  it('parts client and server: both know what they share, and that knows only the protocol', () => {
    const wrong = result.modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ module, resolved }) => !mayImport(source, resolved.startsWith('node_modules') ? module : resolved))
        .map(({ resolved }) => `${source} -> ${resolved}`),
    )
    assert.deepEqual(wrong, [])
    const seen = result.modules.map(({ source }) => topOf(source))
    for (const top of ['client', 'shared', 'server']) assert.ok(seen.includes(top), top)
  })

  it('keeps disk, network and processes to the project folder', () => {
    const wrong = result.modules
      .filter(({ source }) => PURE.includes(folderOf(source)) && !source.endsWith('.test.ts'))
      .flatMap(({ source, dependencies }) => dependencies.map(({ module }) => ({ source, module })))
      .filter(({ module }) => /^(node:)?(fs|net|http|https|child_process|worker_threads|os)(\/|$)/.test(module))
    assert.deepEqual(wrong, [])
  })

  function edges() {
    return result.modules
      .filter(({ source }) => source.startsWith('server/src/'))
      .flatMap(({ source, dependencies }) =>
        dependencies
          .filter(({ resolved }) => resolved.startsWith('server/src/'))
          .map(({ resolved }) => ({ source, resolved, from: ownerOf(source), to: folderOf(resolved) })),
      )
  }
})

/** `to` is a file of ours, or the name of a package. */
function mayImport(from: string, to: string): boolean {
  const isOurs = ['client', 'server', 'shared'].includes(topOf(to))
  if (topOf(from) === 'client') return !isOurs || topOf(to) !== 'server'
  if (topOf(from) === 'server')
    return topOf(to) !== 'client' && to !== 'vscode' && !to.startsWith('vscode-languageclient')
  if (topOf(from) === 'shared') return topOf(to) === 'shared' || to === 'vscode-languageserver-protocol'
  return true
}

function topOf(source: string): string {
  return source.split('/')[0] ?? ''
}

/** Unit tests may also use what is for testing. */
function ownerOf(source: string): string {
  return source.endsWith('.test.ts') ? `${folderOf(source)} test` : folderOf(source)
}

function allowed(owner: string): readonly string[] {
  const [folder = '', test] = owner.split(' ')
  const walls = [folder, ...(WALLS[folder] ?? [])]
  return test ? [...walls, 'testing', 'analysis', 'rules'] : walls
}

function folderOf(source: string): string {
  return source.split('/')[2] ?? ''
}
