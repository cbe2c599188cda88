// Runs `fix` on copies of whole projects and says what became of them. Not part of `npm test`: the projects are not ours.
//   node test/corpus-fix.mjs TREE…                                  `fix`: nothing safe left, nothing new, done once
//   node test/corpus-fix.mjs --mutated DIR --labels DIR TREE…       `fix --unsafe` after a change of the schema
// `--mutated` names a folder of schemas NAME.KIND.prisma, as the corpus' mutate.mjs keeps them; the labels say which file
// of the tree each stands for. `--severity` and `--unsafe` are handed on. `--show` lists what is not as it should be.
// Ends with 1 if anything is not.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ts } from 'ts-morph'

const { values: options, positionals: trees } = parseArgs({
  allowPositionals: true,
  options: {
    cli: { type: 'string', default: `node ${path.resolve('dist/cli.js')}` },
    mutated: { type: 'string' },
    labels: { type: 'string' },
    show: { type: 'boolean' },
    keep: { type: 'string' },
    severity: { type: 'string', default: 'warning' },
    unsafe: { type: 'boolean' },
  },
})

const SEVERITIES = ['error', 'warning', 'info', 'hint']
const rows = trees.flatMap((tree) => (options.mutated ? mutations(tree) : [fixed(tree)]))
console.table(rows.map(({ notes, ...row }) => row))
if (options.show) for (const { tree, notes } of rows) for (const note of notes) console.log(`${tree}: ${note}`)
process.exit(rows.every(({ wrong }) => wrong === 0) ? 0 : 1)

/** `fix` on a project as it is. */
function fixed(tree) {
  return inCopy(tree, (root) => {
    const before = check(root)
    const { fixed, left } = fix(root)
    const diff = git(root, 'diff', '--unified=0')
    const after = check(root)
    const known = new Set(before.map(subjectOf))
    const safe = after.filter((finding) => isAsked(finding) && finding.fixes.some((each) => each.safe))
    const fresh = after.filter((finding) => !known.has(subjectOf(finding)))
    const broken = touched(root).filter((file) => !parsesAsBefore(root, file))
    const again = fix(root).fixed.length > 0 || git(root, 'diff', '--unified=0') !== diff
    const strayed = strayChanges(root, fixed)
    return {
      tree: path.basename(tree),
      asked: before.filter(isAsked).length,
      fixed: fixed.length,
      left: left.length,
      'safe left': safe.length,
      new: fresh.length,
      broken: broken.length,
      'not at once': again ? 1 : 0,
      'stray changes': strayed.length,
      wrong: safe.length + fresh.length + broken.length + (again ? 1 : 0) + strayed.length,
      notes: [
        ...safe.map((finding) => `safe left: ${brief(finding)}`),
        ...fresh.map((finding) => `new: ${brief(finding)}`),
        ...broken.map((file) => `does not parse: ${file}`),
        ...strayed.map((line) => `stray: ${line}`),
        ...left
          .filter(({ reason }) => !/^needs review|^no fix/.test(reason))
          .map((l) => `left: ${brief(l)}: ${l.reason}`),
      ],
    }
  })
}

/** `fix --unsafe` for each schema that was made out of a project's own. */
function mutations(tree) {
  const name = path.basename(tree)
  const kept = readdirSync(options.mutated).filter((file) => file.startsWith(`${name}.`))
  const { schema } = JSON.parse(readFileSync(path.join(options.labels, `${name}.json`), 'utf8'))
  return kept.map((file) =>
    inCopy(tree, (root) => {
      const before = new Set(check(root).map(subjectOf))
      cpSync(path.join(options.mutated, file), path.join(root, schema[0]))
      const injected = check(root).filter((finding) => isLoud(finding) && !before.has(subjectOf(finding)))
      const wanted = new Set(injected.map(subjectOf))
      const { left, fixed } = fix(root, '--unsafe')
      const after = check(root).filter(isLoud)
      const still = after.filter((finding) => wanted.has(subjectOf(finding)))
      const fresh = after.filter((finding) => !wanted.has(subjectOf(finding)) && !before.has(subjectOf(finding)))
      const broken = touched(root).filter((each) => !parsesAsBefore(root, each))
      return {
        tree: `${name} ${file.split('.').at(-2)}`,
        injected: injected.length,
        fixed: fixed.length,
        still: still.length,
        new: fresh.length,
        broken: broken.length,
        wrong: still.length + fresh.length + broken.length,
        notes: [
          ...still.map(
            (each) => `still: ${brief(each)}: ${left.find((l) => subjectOf(l) === subjectOf(each))?.reason}`,
          ),
          ...fresh.map((finding) => `new: ${brief(finding)}`),
          ...broken.map((each) => `does not parse: ${each}`),
        ],
      }
    }),
  )
}

/** Copies a tree, commits everything in it, and removes it afterwards unless it is to be kept. */
function inCopy(tree, body) {
  const root = options.keep
    ? path.resolve(options.keep, path.basename(tree))
    : mkdtempSync(path.join(os.tmpdir(), 'fix-'))
  try {
    cpSync(tree, root, { recursive: true, filter: (source) => path.basename(source) !== '.git' })
    writeFileSync(path.join(root, '.gitattributes'), '* -text\n')
    git(root, 'init', '--quiet')
    git(root, 'add', '--all', '--force')
    git(root, 'commit', '--quiet', '--message', 'before')
    return body(root)
  } finally {
    if (!options.keep) rmSync(root, { recursive: true, force: true })
  }
}

function git(cwd, ...args) {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'core.quotepath=false']
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 30 })
}

function check(root) {
  return run(root, 'check --format json').findings
}

function fix(root, ...args) {
  const asked = ['--severity', options.severity, ...(options.unsafe ? ['--unsafe'] : [])]
  return run(root, ['fix --format json --force', ...asked, ...args].join(' '))
}

function run(cwd, command) {
  const done = spawnSync(`${options.cli} ${command}`, { shell: true, cwd, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (done.status === 0 || done.status === 1) return JSON.parse(done.stdout)
  throw new Error(`${command} ended with ${done.status} in ${cwd}\n${done.stderr}`)
}

function touched(root) {
  const files = git(root, 'diff', '--name-only', '-z').split('\0').filter(Boolean)
  return files.filter((file) => !file.endsWith('.prisma'))
}

function parsesAsBefore(root, file) {
  const now = errorsIn(file, readFileSync(path.join(root, file), 'utf8'))
  return now <= errorsIn(file, git(root, 'show', `HEAD:${file}`))
}

function errorsIn(file, text) {
  const script = /\.(vue|svelte)$/.test(file)
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, script, ts.ScriptTarget.Latest, false, kind).parseDiagnostics.length
}

/** The changes in which no line speaks of what a fixed finding is about, and that are no part of what it stands at. */
function strayChanges(root, fixed) {
  const byFile = groupBy(fixed)
  return touched(root).flatMap((file) => {
    const findings = byFile.get(file) ?? []
    const before = git(root, 'show', `HEAD:${file}`).split('\n')
    const hunks = git(root, 'diff', '--unified=0', '--', file)
      .split(/^(?=@@ )/m)
      .slice(1)
    return hunks
      .map((hunk) => ({
        line: Number(/-(\d+)/.exec(hunk)[1]),
        lines: hunk.split('\n').filter((line) => /^[-+]/.test(line)),
      }))
      .filter(
        ({ line, lines }) =>
          !findings.some((finding) => isBelow(finding, line, before) || lines.some((each) => names(finding, each))),
      )
      .map(({ lines }) => `${file} ${lines.join(' ')}`)
  })
}

/** Whether a line is part of what begins at a finding's: all from there on are indented more. Lines count from 1. */
function isBelow(finding, line, text) {
  const indentOf = (each) => /^\s*/.exec(each)[0].length
  const [first = '', ...others] = text.slice(finding.line - 1, line)
  return others.length > 0 && others.every((each) => each.trim() !== '' && indentOf(each) > indentOf(first))
}

/** Whether a changed line speaks of what a finding is about: its property, column, the values in its message. */
function names({ field, column, message, title }, line) {
  if (/^[-+]\s*$/.test(line) || /^[-+]\s*import\b|\bfrom ['"]/.test(line)) return true
  const words = [
    field?.split('.').at(-1),
    column,
    ...[...`${message} ${title}`.matchAll(/'([^']+)'/g)].map(([, word]) => word.split('.').at(-1)),
  ]
  return words.filter(Boolean).some((word) => line.includes(word))
}

function groupBy(list) {
  const groups = new Map()
  for (const each of list) groups.set(each.file, [...(groups.get(each.file) ?? []), each])
  return groups
}

function isAsked({ severity }) {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(options.severity)
}

function isLoud({ severity }) {
  return severity === 'error' || severity === 'warning'
}

function subjectOf({ rule, file, type, field, model, column }) {
  return JSON.stringify([rule, file, type, field, model, column])
}

function brief({ rule, severity, file, line, range, message }) {
  return `${severity} ${rule} ${file}:${line ?? range.start.line + 1} ${message}`
}
