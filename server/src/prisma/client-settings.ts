import type { ClientDifference } from '../model/client.js'
import type { ElementRef } from '../model/element.js'
import type { PlacedBlock } from './client-differences.js'
import { type RelationMode, withoutBlanks } from './client-meaning.js'
import { type Datasource, datasourceOf, type Generator, generatorOf } from './configuration-block.js'
import { itemsOf } from './expression.js'
import { scanSchema } from './scan.js'
import type { BlockSyntax } from './syntax.js'

/** What a schema's generator and datasource say that reaches the client. */
export interface ClientSettings {
  readonly generator: Generator | undefined
  readonly datasource: Datasource | undefined
  readonly relationMode: RelationMode
}

/** The settings of a generator now and in the copy; what is written alike is read once. */
export interface BothSettings {
  readonly now: ClientSettings
  readonly made: ClientSettings
}

/** Reads the generator of that name and the datasource among the blocks of both. */
export function bothSettings(
  now: readonly PlacedBlock[],
  made: readonly PlacedBlock[],
  generator: string,
): BothSettings {
  const [present, before] = [configurationIn(now, generator), configurationIn(made, generator)]
  const isSame =
    present.datasource?.text === before.datasource?.text && present.generator?.text === before.generator?.text
  if (isSame && !MAY_SAY_MODE.test(present.datasource?.text ?? '')) return { now: USUAL, made: USUAL }
  const settings = settingsOf(present)
  return { now: settings, made: isSame ? settings : settingsOf(before) }
}

const MAY_SAY_MODE = /relationMode|mongodb/

/** Of settings that are the same nothing but the mode is of interest. */
const USUAL: ClientSettings = { generator: undefined, datasource: undefined, relationMode: 'foreignKeys' }

interface Configuration {
  readonly generator: PlacedBlock | undefined
  readonly datasource: PlacedBlock | undefined
}

function configurationIn(blocks: readonly PlacedBlock[], generator: string): Configuration {
  return {
    generator: blocks.find(({ kind, name }) => kind === 'generator' && name === generator),
    datasource: blocks.find(({ kind }) => kind === 'datasource'),
  }
}

function settingsOf(written: Configuration): ClientSettings {
  const datasource = read(written.datasource, datasourceOf)
  const mode = datasource?.relationMode ?? (datasource?.provider === 'mongodb' ? 'prisma' : 'foreignKeys')
  const relationMode = mode === 'prisma' ? 'prisma' : 'foreignKeys'
  return { generator: read(written.generator, generatorOf), datasource, relationMode }
}

function read<T>(block: PlacedBlock | undefined, make: (file: string, syntax: BlockSyntax) => T): T | undefined {
  const syntax = block && scanSchema(block.text).blocks[0]
  return syntax && make(block.file, syntax)
}

/** The settings that differ, each by the block that it stands in. */
export function settingDifferences({ now, made }: BothSettings): readonly ClientDifference[] {
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
