import type { ClientDifference } from '../model/client.js'
import type { ElementRef } from '../model/element.js'
import type { PlacedBlock } from './client-differences.js'
import { type RelationMode, withoutBlanks } from './client-meaning.js'
import { type Datasource, datasourceOf, type Generator, generatorOf } from './configuration-block.js'
import { itemsOf } from './expression.js'
import { scanSchema } from './scan.js'

/** What a schema's generator and datasource say that reaches the client. */
export interface ClientSettings {
  readonly generator: Generator | undefined
  readonly datasource: Datasource | undefined
  readonly relationMode: RelationMode
}

/** Reads the generator of that name and the datasource. */
export function settingsOf(blocks: readonly PlacedBlock[], name: string): ClientSettings {
  const read = <T>(kind: string, make: (file: string, block: ReturnType<typeof scanSchema>['blocks'][number]) => T) => {
    const found = blocks.find((block) => block.kind === kind && (kind === 'datasource' || block.name === name))
    const [syntax] = found ? scanSchema(found.text).blocks : []
    return found && syntax && make(found.file, syntax)
  }
  const datasource = read('datasource', datasourceOf)
  const written = datasource?.relationMode ?? (datasource?.provider === 'mongodb' ? 'prisma' : 'foreignKeys')
  const relationMode = written === 'prisma' ? 'prisma' : 'foreignKeys'
  return { generator: read('generator', generatorOf), datasource, relationMode }
}

/** The settings that differ, each by the block that it stands in. */
export function settingDifferences(now: ClientSettings, made: ClientSettings): readonly ClientDifference[] {
  const { datasource: source, generator } = now
  const [url, urlBefore] = [source?.urlVariable, made.datasource?.urlVariable]
  const ofSource = [
    ...(source?.provider === made.datasource?.provider ? [] : ['provider']),
    // Where one of them is not known, the address is not in the schema.
    ...(url && urlBefore && url !== urlBefore ? ['url'] : []),
    ...(now.relationMode === made.relationMode ? [] : ['relationMode']),
  ]
  const ofGenerator = generator && made.generator ? changedSettings(generator, made.generator) : []
  return [
    ...(source ? ofSource.map((setting) => changed(`datasource.${setting}`, source.ref)) : []),
    ...ofGenerator.map((setting) => changed(`generator.${setting}`, generator?.ref)),
  ]
}

function changed(name: string, at: ElementRef | undefined): ClientDifference {
  return { kind: 'changed', name, at }
}

/** Where the client is written to decides which one is compared; all else shapes what is written. */
function changedSettings(now: Generator, made: Generator): readonly string[] {
  const names = [...new Set([...now.settings.keys(), ...made.settings.keys()])].filter((name) => name !== 'output')
  return names.filter((name) => meaningOf(now.settings.get(name)) !== meaningOf(made.settings.get(name)))
}

/** Lists are sets here: an empty one says as much as none. */
function meaningOf(value: string | undefined): string {
  if (value === undefined) return ''
  return value.startsWith('[') ? itemsOf(withoutBlanks(value)).sort().join() : withoutBlanks(value)
}
