import type { Snapshot } from '../analysis/snapshot.js'
import type { EnumPair, Pair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { Finding } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { type Counterparts, counterpartsOf, isFirm } from './counterparts.js'
import { blockText, memberText, propertyText, shapeText } from './declaration-text.js'
import { elementAt } from './element-at.js'
import { findingsAt } from './findings-at.js'
import { code, inline, plain } from './markdown.js'
import { plainEvidence } from './plain-evidence.js'
import { ROLE_WORDS } from './role-words.js'

/** What is shown of an element, as markdown. */
export interface Hover {
  readonly markdown: string
  /** The element. */
  readonly span: Span
}

/** How places are linked to. */
export interface Links {
  /** A link to an element. */
  to(ref: ElementRef): string
}

/** More lines of one kind are counted, not shown. */
const MOST_ITEMS = 8

/** The other side of what stands at an offset, why the two belong together, and what has drifted there. */
export function hoverAt(snapshot: Snapshot, file: FileId, offset: number, links: Links): Hover | undefined {
  const element = elementAt(snapshot.spansIn(file), offset)
  const all = element ? counterpartsOf(snapshot, { file, id: element.id }) : []
  const [first] = all
  if (!element || !first) return undefined
  const sections = first.type.file === file ? fromType(snapshot, all, links) : fromSchema(snapshot, all, links)
  return { markdown: sections.filter((section) => section !== '').join('\n\n'), span: element.span }
}

/** Seen from TypeScript. An inherited property can stand for columns of several models. */
function fromType(snapshot: Snapshot, all: readonly Counterparts[], links: Links): readonly string[] {
  const shown = distinctBy(all, ({ schema }) => schema.id).slice(0, 3)
  const findings = findingsAt(snapshot, shown.filter(isFirm))
  return [...shown.flatMap((each) => schemaSide(snapshot, each, links)), findingList(findings)]
}

function schemaSide(snapshot: Snapshot, each: Counterparts, links: Links): readonly string[] {
  const { schema, pair } = each
  const link = (name: string) => linked(name, schema, links)
  switch (each.kind) {
    case 'type':
      if (!isFirm(each)) return [possible(each.pair, link(each.pair.model.name))]
      return [
        `${verb(each.pair)} ${each.pair.model.kind} ${link(each.pair.model.name)}${because(pair)}`,
        code('prisma', blockText(snapshot, schema)),
      ]
    case 'field':
      return [
        `Column ${link(`${each.field.column.owner}.${each.field.column.name}`)}: ${inline(each.pair.shape.name)} ${ROLE_WORDS[each.pair.role]} ${inline(each.pair.model.name)}${because(pair)}`,
        code('prisma', memberText(snapshot, schema)),
      ]
    case 'list':
      return [
        `Lists the values of enum ${link(each.pair.enum.name)}${because(pair)}`,
        code('prisma', blockText(snapshot, schema)),
      ]
    case 'value':
      return [
        `Value ${link(`${each.pair.enum.name}.${each.value.name}`)}`,
        code('prisma', memberText(snapshot, schema)),
      ]
  }
}

function possible({ evidence, shape, model }: Pair, link: string): string {
  const why = inWords(evidence)
  return `${inline(shape.name)} could describe model ${link} (${why}). Nothing is reported of it. *Link to model…* ties the two together, as does ${inline(`@prisma ${model.name}`)} in its JSDoc.`
}

/** Seen from the schema. */
function fromSchema(snapshot: Snapshot, all: readonly Counterparts[], links: Links): readonly string[] {
  const firm = all.filter(isFirm)
  const shown = distinctBy(firm, ({ type }) => `${type.file}\n${type.id}`)
  const weak = all.length - firm.length
  const more = shown.length > MOST_ITEMS ? [`- and ${shown.length - MOST_ITEMS} more`] : []
  const items = shown.slice(0, MOST_ITEMS).map((each) => typeItem(snapshot, each, links))
  return [
    [...items, ...more].join('\n'),
    weak === 0 ? '' : `${weak === 1 ? '1 type' : `${weak} types`} could be linked to it.`,
    typeSide(snapshot, shown),
    findingList(findingsAt(snapshot, shown), links),
  ]
}

function typeItem(snapshot: Snapshot, each: Counterparts, links: Links): string {
  if (each.kind === 'type') return `- ${linked(each.pair.shape.name, each.type, links)}: ${roleOf(each.pair)}`
  if (each.kind === 'list') return `- ${linked(each.pair.name, each.type, links)}: ${reasonsOf(each.pair)}`
  if (each.kind === 'value') return `- ${linked(`${each.pair.name}: ${each.written}`, each.type, links)}`
  const { property } = each.field
  const name = `${property.declaredIn.name}.${property.name}`
  const link = linked(name, each.type, links)
  return `- ${link}: ${inline(propertyText(snapshot, property))}, ${each.pair.role}`
}

/** The best pair's type: of properties and values the list says all there is. */
function typeSide(snapshot: Snapshot, all: readonly Counterparts[]): string {
  const order = ['certain', 'likely', 'possible']
  const [best] = all.toSorted(
    (a, b) => order.indexOf(a.pair.confidence) - order.indexOf(b.pair.confidence) || coverageOf(b) - coverageOf(a),
  )
  if (best?.kind === 'type') return code('ts', shapeText(snapshot, best.pair.shape))
  if (best?.kind !== 'list' || best.pair.inlineIn) return ''
  const shape = snapshot.shapesIn(best.type.file).find(({ ref }) => ref.id === best.type.id)
  return shape ? code('ts', shapeText(snapshot, shape)) : ''
}

function coverageOf(each: Counterparts): number {
  return each.kind === 'type' ? each.pair.coverage : 0
}

/** Seen from the schema it is said where each stands. */
function findingList(findings: readonly Finding[], links?: Links): string {
  const shown = findings.slice(0, MOST_ITEMS).map((finding) => findingItem(finding, links))
  const more = findings.length > MOST_ITEMS ? [`- and ${findings.length - MOST_ITEMS} more findings`] : []
  return [...shown, ...more].join('\n')
}

function findingItem(finding: Finding, links: Links | undefined): string {
  const { severity, rule, message, at, type } = finding
  const reasons = inWords(ownReasons(finding))
  const where = links && type !== null ? ` ${linked(type, at, links)}:` : ''
  return `- **${severity}**${where} ${plain(message)}${reasons === '' ? '' : ` (${reasons})`} ${inline(rule)}`
}

/** Those that neither the message nor the line about the pair gives. */
function ownReasons({ evidence, message }: Finding): readonly string[] {
  return evidence.filter((each) => !message.includes(each) && !/^\S+ is \S+: /.test(each))
}

function verb({ role }: Pair): string {
  const word = ROLE_WORDS[role]
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function because(pair: Pair | EnumPair): string {
  return ` (${reasonsOf(pair)})`
}

function roleOf(pair: Pair): string {
  return `${pair.role}, ${reasonsOf(pair)}`
}

function reasonsOf({ confidence, evidence }: Pair | EnumPair): string {
  return evidence.length > 0 ? `${confidence}: ${inWords(evidence)}` : confidence
}

function inWords(evidence: readonly string[]): string {
  return evidence.map((each) => plain(plainEvidence(each))).join('; ')
}

function linked(name: string, ref: ElementRef, links: Links): string {
  return `[${inline(name)}](${links.to(ref)})`
}

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed()
}
