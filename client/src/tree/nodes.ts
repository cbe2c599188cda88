import type { Counts, TreeFinding, TreeModel, TreeSchema, TreeType } from '../../../shared/src/requests.js'

/** What a line of the tree shows, before the editor's own types. */
export interface Node {
  /** The same in every answer of the server, so that what is open stays open. */
  readonly id: string
  readonly kind: 'schema' | 'model' | 'type' | 'finding'
  readonly label: string
  readonly description: string
  readonly tooltip: string
  /** The name of a codicon. */
  readonly icon: string
  readonly counts: Counts
  /** Where a click leads: a place as the protocol has it, or the whole file. */
  readonly uri: string
  readonly range: TreeFinding['location']['range'] | undefined
  /** A finding's rule. */
  readonly code: string | undefined
  readonly children: readonly Node[]
}

/** The lines of the tree: schemas, their models, the types that describe these, and the findings about them. */
export function nodesOf(schemas: readonly TreeSchema[]): readonly Node[] {
  return numbered(schemas.map(schemaNode), '')
}

/** The loudest severity among counts; undefined where there is none. */
export function loudest(counts: Counts): keyof Counts | undefined {
  return (['error', 'warning', 'info', 'hint'] as const).find((severity) => counts[severity] > 0)
}

function schemaNode({ path, uri, counts, models }: TreeSchema): Draft {
  const description = `${models.length} ${models.length === 1 ? 'model' : 'models'}`
  const children = models.map(modelNode)
  return { kind: 'schema', label: path, description, icon: 'database', counts, uri, children }
}

function modelNode({ name, kind, location, counts, types }: TreeModel): Draft {
  const number = types.length === 0 ? 'no types' : `${types.length} ${types.length === 1 ? 'type' : 'types'}`
  return {
    kind: 'model',
    label: name,
    description: kind === 'model' ? number : `${kind}, ${number}`,
    icon: kind === 'enum' ? 'symbol-enum' : 'symbol-class',
    counts,
    ...location,
    children: types.map(typeNode),
  }
}

function typeNode({ name, path, location, role, confidence, findings }: TreeType): Draft {
  const what = [role ?? 'values', ...(confidence === 'certain' ? [] : [confidence])].join(', ')
  return {
    kind: 'type',
    label: name,
    // The whole path rarely fits: it is in the tooltip.
    description: `${what} · ${path.slice(path.lastIndexOf('/') + 1)}`,
    details: path,
    icon: role === undefined ? 'symbol-enum' : 'symbol-interface',
    counts: countOf(findings),
    ...location,
    children: findings.map(findingNode),
  }
}

function findingNode({ code, severity, message, location }: TreeFinding): Draft {
  const counts = { ...NONE, [severity]: 1 }
  return { kind: 'finding', label: message, description: code, icon: ICONS[severity], counts, ...location, code }
}

const ICONS: Readonly<Record<keyof Counts, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'lightbulb',
}

const NONE: Counts = { error: 0, warning: 0, info: 0, hint: 0 }

function countOf(findings: readonly TreeFinding[]): Counts {
  const number = (severity: keyof Counts) => findings.filter((finding) => finding.severity === severity).length
  return { error: number('error'), warning: number('warning'), info: number('info'), hint: number('hint') }
}

/** A node as it is built, before it has an id. */
interface Draft extends Pick<Node, 'kind' | 'label' | 'description' | 'icon' | 'counts' | 'uri'> {
  readonly range?: Node['range']
  readonly code?: string
  /** What the tooltip says instead of the description. */
  readonly details?: string
  readonly children?: readonly Draft[]
}

/** Gives ids: the way down to a node, with a number for namesakes. */
function numbered(drafts: readonly Draft[], parent: string): readonly Node[] {
  const seen = new Map<string, number>()
  return drafts.map(({ range, code, details, children = [], ...rest }) => {
    const name = `${parent}/${rest.kind} ${rest.label} ${rest.kind === 'type' ? rest.uri : ''}`
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    const id = number === 1 ? name : `${name} ${number}`
    const tooltip = `${rest.label}\n${details ?? rest.description}`
    return { ...rest, id, tooltip, range, code, children: numbered(children, id) }
  })
}
