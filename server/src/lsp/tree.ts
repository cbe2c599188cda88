import { RequestType } from 'vscode-languageserver'
import { TREE, type TreeModel, type TreeRequest, type TreeSchema } from '../../../shared/src/requests.js'
import type { SchemaFacts } from '../analysis/schemas.js'
import { compareText } from '../text/compare-text.js'
import type { Folder } from './folders.js'
import { onRequest } from './handler.js'
import { locationOf, uriOf } from './locations.js'
import type { Server } from './server.js'
import { countsOf } from './status.js'
import { findingsAbout, type TypeFindings, typesOf } from './type-findings.js'

/** Every schema with its models and the types that describe them. */
export const tree = onRequest(new RequestType(TREE) as TreeRequest, async (server) => {
  await server.folders.ready()
  return server.folders.all().flatMap((folder) =>
    folder.live
      .snapshot()
      .schemas()
      .map((schema) => treeSchema(server, folder, schema)),
  )
})

function treeSchema(server: Server, folder: Folder, facts: SchemaFacts): TreeSchema {
  const { schema } = facts.lowered
  const elements = [
    ...[...schema.models.values()].map(({ ref, name, kind }) => ({ ref, name, kind })),
    ...[...schema.enums.values()].map(({ ref, name }) => ({ ref, name, kind: 'enum' as const })),
  ]
  const snapshot = folder.live.snapshot()
  const all = new Set(elements.flatMap(({ ref }) => findingsAbout(snapshot, ref)))
  const models = elements.map(
    ({ ref, name, kind }): TreeModel => ({
      name,
      kind,
      location: locationOf(server, folder, ref),
      counts: countsOf(findingsAbout(snapshot, ref)),
      types: typesOf(snapshot, ref).map((type) => treeType(server, folder, type)),
    }),
  )
  const path = schema.files[0] ?? ''
  return {
    path,
    uri: uriOf(server, folder, path),
    counts: countsOf([...all]),
    models: models.sort((a, b) => compareText(a.name, b.name)),
  }
}

function treeType(server: Server, folder: Folder, { at, name, role, confidence, findings }: TypeFindings) {
  return {
    name,
    path: at.file,
    location: locationOf(server, folder, at),
    role,
    confidence,
    findings: findings.map(({ rule, severity, message, at }) => ({
      code: rule,
      severity,
      message,
      location: locationOf(server, folder, at),
    })),
  }
}
