import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver'
import { PRISMA_COMMANDS } from '../../../shared/src/prisma.js'
import { CLIENT_COMMANDS } from '../../../shared/src/requests.js'
import { fingerprintOf } from '../analysis/findings.js'
import { OUTPUTS, type Output } from '../analysis/generate/outputs.js'
import type { Finding, PrismaRemedy } from '../model/finding.js'
import type { Action } from './action-data.js'
import { safeFixes } from './edits.js'
import { findingsOf } from './findings.js'
import type { Place } from './folders.js'
import { modelAt, OUTPUT_LABELS } from './generation.js'
import { linkFix } from './link-fix.js'
import { mirrorsOf } from './mirrors.js'
import { overlaps } from './ranges.js'
import type { Server } from './server.js'

/** All safe fixes of a document at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.prismaDrift`

/** Code for a model. */
export const GENERATE = `${CodeActionKind.Refactor}.generate`

/** A code action before its edit is known; one without an `action` is a command of the client. */
export interface Offer extends Omit<CodeAction, 'data' | 'edit'> {
  readonly kind: string
  readonly action?: Action
}

export interface OfferInput {
  readonly uri: string
  readonly range: Range
  /** The diagnostics that the client has at the range. */
  readonly known: readonly Diagnostic[]
}

/** Everything that can be done at a range of a document. */
export function actionsAt(server: Server, place: Place, input: OfferInput): readonly Offer[] {
  const { folder, file } = place
  const snapshot = folder.live.snapshot()
  const all = findingsOf(snapshot, file)
  const here = all.filter(({ at }) => overlaps(snapshot.rangeOf(at), input.range))
  const mirrored = mirrorsOf(snapshot, file).filter(({ at }) => overlaps(snapshot.rangeOf(at), input.range))
  const fixAll: Offer = { title: 'Fix all drift that is safe to fix', kind: FIX_ALL, action: { kind: 'fixAll' } }
  return [
    ...here.flatMap((finding) => fixesOf(server, finding, place, input)),
    ...mirrored.flatMap(({ findings }) => findings.flatMap((finding) => fixesElsewhere(finding, input))),
    ...here.flatMap((finding) => remedies(server, finding, place, input)),
    ...linksAt(server, place, input),
    ...generationsAt(server, place, input),
    ...(server.isOwnClient ? here.flatMap(missingMigration) : []),
    ...here.map((finding) => suppression(finding, place, input)),
    ...(server.isOwnClient ? [...here, ...mirrored.flatMap(({ findings }) => findings)].flatMap(explanation) : []),
    ...(safeFixes(all).length > 0 ? [fixAll] : []),
  ].filter(isFirstOfItsTitle)
}

/**
 * Preferred is the fix that "fix all" makes: what "fix" means without asking. Uses are looked for when that is chosen, and
 * not offered to clients that want all edits at once.
 */
function fixesOf({ client }: Server, finding: Finding, place: Place, input: OfferInput): readonly Offer[] {
  const [preferred] = safeFixes([finding])
  const offered = finding.fixes.filter(({ uses }) => !uses || client.resolvesActions)
  return offered.map((fix) => ({
    ...offeredFor(finding, place, input),
    title: fix.title,
    isPreferred: fix === preferred,
    action: { kind: 'fix', file: finding.at.file, fingerprint: fingerprintOf(finding), title: fix.title },
  }))
}

/** At a column of the schema: the safe fixes of the types that have drifted from it. */
function fixesElsewhere(finding: Finding, { known, range }: OfferInput): readonly Offer[] {
  const { file } = finding.at
  const diagnostics = known.filter((each) => each.data?.mirrors !== undefined && overlaps(each.range, range))
  return finding.fixes
    .filter(({ safe }) => safe)
    .map(({ title }) => ({
      title: `${title} (${file})`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      action: { kind: 'fix', file, fingerprint: fingerprintOf(finding), title },
    }))
}

/** Commands of Prisma, which our own client runs in a terminal. */
function remedies({ isOwnClient, trust }: Server, finding: Finding, place: Place, input: OfferInput): readonly Offer[] {
  if (!isOwnClient || trust === 'untrusted') return []
  return (finding.commands ?? []).map((name) => {
    const command = { title: REMEDIES[name], command: PRISMA_COMMANDS[name], arguments: [{ uri: input.uri }] }
    return { ...offeredFor(finding, place, input), title: command.title, isPreferred: true, command }
  })
}

const REMEDIES: Readonly<Record<PrismaRemedy, string>> = {
  generate: 'Generate the Prisma Client',
  migrateCreate: 'Create a migration…',
  migrateDeploy: 'Apply the migrations…',
  migrateResolve: 'Resolve a failed migration…',
}

function suppression(finding: Finding, place: Place, input: OfferInput): Offer {
  const { line } = place.folder.live.snapshot().rangeOf(finding.at).start
  return {
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsAt(finding, place, input),
    title: `Ignore ${finding.rule} on this line`,
    action: { kind: 'suppress', rule: finding.rule, line },
  }
}

/** Of types that may describe a model without it being said. */
function linksAt({ isOwnClient }: Server, { folder, file }: Place, { uri, range }: OfferInput): readonly Offer[] {
  const snapshot = folder.live.snapshot()
  const possible = snapshot
    .pairs()
    .filter(({ confidence, inline, shape }) => confidence === 'possible' && !inline && shape.ref.file === file)
    .filter(({ shape }) => overlaps(snapshot.rangeOf(shape.ref), range))
  const kind = CodeActionKind.RefactorRewrite
  return possible.flatMap(({ shape, model }): readonly Offer[] => {
    const at = snapshot.rangeOf(shape.ref)
    const { title } = linkFix(shape.ref, model.name)
    const command = { title: 'Link to model…', command: CLIENT_COMMANDS.linkType, arguments: [{ uri, range: at }] }
    const link: Offer = { title, kind, action: { kind: 'link', id: shape.ref.id, model: model.name } }
    return isOwnClient ? [link, { title: command.title, kind, command }] : [link]
  })
}

/** At the first line of a model: code for it. Where no type describes the model, its interface is what repairs that. */
function generationsAt(server: Server, { folder, file }: Place, { uri, range, known }: OfferInput): readonly Offer[] {
  const snapshot = folder.live.snapshot()
  const model = server.client.createsFiles && server.client.resolvesActions ? modelAt(snapshot, file, range) : undefined
  if (!model || snapshot.rangeOf(model.ref).start.line !== range.start.line) return []
  const bare = known.filter(({ code }) => code === 'model-without-type')
  const repair =
    bare.length > 0 ? [generation(model.name, 'interface', { kind: CodeActionKind.QuickFix, diagnostics: bare })] : []
  const title = `Generate code for '${model.name}'…`
  const command = { title, command: CLIENT_COMMANDS.generate, arguments: [{ uri, model: model.name }] }
  if (server.isOwnClient) return [...repair, { title, kind: GENERATE, command }]
  return [...repair, ...OUTPUTS.map((output) => generation(model.name, output, { kind: GENERATE }))]
}

function generation(model: string, output: Output, offer: Pick<Offer, 'kind' | 'diagnostics'>): Offer {
  return {
    ...offer,
    title: `Generate ${OUTPUT_LABELS[output]} for '${model}'`,
    action: { kind: 'generate', model, output },
  }
}

/** Of a schema that lacks a migration. */
function missingMigration({ rule }: Finding): readonly Offer[] {
  if (rule !== 'migration-missing') return []
  const title = 'Show the SQL of the missing migration'
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: CLIENT_COMMANDS.showMissingMigration } }]
}

function explanation({ rule }: Finding): Offer {
  const title = `Explain ${rule}`
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: CLIENT_COMMANDS.explainRule, arguments: [rule] },
  }
}

/**
 * What all actions of a finding have in common: they solve the diagnostic that shows it. Several of a rule may stand at
 * one place; they are told apart where the client hands back what its diagnostics carried.
 */
function offeredFor(finding: Finding, place: Place, input: OfferInput) {
  const fingerprint = fingerprintOf(finding)
  const diagnostics = diagnosticsAt(finding, place, input)
  return {
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter(({ data }) => (data?.fingerprint ?? fingerprint) === fingerprint),
  }
}

function diagnosticsAt({ at, rule }: Finding, { folder }: Place, { known }: OfferInput): Diagnostic[] {
  const place = folder.live.snapshot().rangeOf(at)
  return known.filter(({ code, range }) => code === rule && overlaps(range, place))
}

function isFirstOfItsTitle({ title }: Offer, index: number, all: readonly Offer[]): boolean {
  return all.findIndex((each) => each.title === title) === index
}
