import type { ColumnType, TypeOf } from '../../generators/members.js'
import type { ImportedName } from '../../generators/source-text.js'
import type { Column } from '../../model/schema.js'
import type { Wire } from '../../rules/corroboration.js'
import { tsType } from '../../rules/wire.js'
import type { FileId } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import type { Place } from './place.js'
import { moduleOf, type Project } from './project.js'

/** Where the types of a file come from. */
export interface TypeSources {
  readonly file: FileId
  /** The declaration of an enum's values; undefined where the generated client's own is used. */
  readonly enumAt: (name: string) => Place | undefined
  /** The type of a model's record, or of a composite; undefined where there is none. */
  readonly recordAt: (model: string) => Place | undefined
}

/** How the columns of records are typed in a file. */
export function createTypeOf(project: Project, sources: TypeSources): TypeOf {
  const known = project.snapshot.wireOf(sources)
  const isServer = project.snapshot.surfaceOf(sources.file) === 'server'
  const wire: Wire = isServer && !known.configured ? { ...known, format: 'native' } : known
  const client = clientModuleOf(project, sources.file)
  const isNative = isServer && wire.format === 'native'
  const enums = clientModuleOf(project, sources.file, 'enum')
  const fromClient = (name: string): ImportedName => ({ name, module: client, kind: 'type' })
  return (column) => {
    if (column.kind === 'scalar') {
      if (column.type === 'Json') {
        return isNative ? { text: 'Prisma.JsonValue', imports: [fromClient('Prisma')] } : plain('unknown')
      }
      const type = tsType(column, wire)
      return type === 'Decimal' ? { text: 'Prisma.Decimal', imports: [fromClient('Prisma')] } : plain(type)
    }
    if (column.kind === 'enum') {
      const place = sources.enumAt(column.type)
      return place ? declared(place) : { text: column.type, imports: [{ ...fromClient(column.type), module: enums }] }
    }
    const record = isRecord(column) ? sources.recordAt(column.type) : undefined
    if (record) return declared(record)
    return column.kind === 'composite' ? plain('unknown') : undefined
  }

  function declared({ file, name }: Place): ColumnType {
    if (file === sources.file) return plain(name)
    return { text: name, imports: [{ name, module: moduleOf(project, sources.file, file), kind: 'type' }] }
  }
}

function isRecord({ kind }: Column): boolean {
  return kind === 'relation' || kind === 'composite'
}

function plain(text: string): ColumnType {
  return { text, imports: [] }
}
