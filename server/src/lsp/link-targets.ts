import { distance } from 'fastest-levenshtein'
import { type Range, RequestType } from 'vscode-languageserver'
import { LINK_TARGETS, type LinkTargets, type LinkTargetsRequest } from '../../../shared/src/requests.js'
import { declaredTypes } from '../analysis/declared-types.js'
import type { Snapshot } from '../analysis/snapshot.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { onRequest } from './handler.js'
import { isBefore, overlaps } from './ranges.js'

const NOTHING: LinkTargets = { types: [], models: [] }

/** The types at a place and the models to choose from, the likeliest first. */
export const linkTargets = onRequest(
  new RequestType(LINK_TARGETS) as LinkTargetsRequest,
  async ({ folders }, { uri, range }) => {
    await folders.ready()
    const place = folders.placeOf(uri)
    if (!place) return NOTHING
    const snapshot = place.folder.live.snapshot()
    const types = typesAt(snapshot, place.file, range)
    return { types, models: modelsFor(snapshot, place.file, types) }
  },
)

/** The types whose names are at the range, else the one that begins before it: its body has no place of its own. */
function typesAt(snapshot: Snapshot, file: FileId, range: Range | undefined): LinkTargets['types'] {
  const declared = declaredTypes(file, snapshot.textOf(file) ?? '')
  if (range === undefined) return declared
  const all = declared.map((type) => ({ type, at: snapshot.rangeOf({ file, id: type.id }) }))
  const touched = all.filter(({ at }) => overlaps(at, range))
  const before = all.filter(({ at }) => isBefore(at.start, range.start)).slice(-1)
  return (touched.length > 0 ? touched : before).map(({ type }) => type)
}

/** First the models that the types are paired with, however weakly; then by how alike the names are. */
function modelsFor(snapshot: Snapshot, file: FileId, types: LinkTargets['types']): LinkTargets['models'] {
  const paired = new Set(
    snapshot
      .pairs()
      .filter(({ shape }) => shape.ref.file === file && types.some(({ id }) => id === shape.ref.id))
      .map(({ model }) => model),
  )
  const models = snapshot
    .schemas()
    .flatMap(({ lowered: { schema } }) => [...schema.models.values()].map((model) => ({ model, schema })))
  const ranked = models.map(({ model, schema }) => ({
    name: model.name,
    schema: schema.files[0] ?? '',
    rank: paired.has(model) ? -1 : Math.min(...types.map(({ name }) => unlikeness(name, model.name))),
  }))
  ranked.sort((a, b) => a.rank - b.rank || compareText(a.name, b.name))
  return ranked.map(({ name, schema }) => ({ name, schema }))
}

/** 0 where one name holds the other, else how many letters differ. */
function unlikeness(type: string, model: string): number {
  const [a, b] = [type.toLowerCase(), model.toLowerCase()]
  return a.includes(b) || b.includes(a) ? 0 : distance(a, b)
}
