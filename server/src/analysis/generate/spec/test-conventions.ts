import type { TestRunner } from '../../../generators/spec/service-spec.js'
import { mostFrequent } from '../../../generators/style.js'
import { baseName, type FileId, folderOf } from '../../../text/file-id.js'
import { joinPath, type Project, packageOf } from '../project.js'

/** How a package's tests are written and where they stand. */
export interface TestConventions {
  readonly runner: TestRunner & { readonly name: 'jest' | 'vitest' }
  /** The texts of the tests that are there. */
  readonly texts: readonly string[]
  /** The file for the tests of a service; another one where tests are there that do not use a database. */
  specFor(file: FileId): FileId
}

export function testConventionsOf(file: FileId, project: Project): TestConventions {
  const own = packageOf(project, file)
  const specs = (project.files?.list ?? []).filter((each) => SPEC.test(each) && packageOf(project, each) === own)
  const texts = specs.slice(0, 40).flatMap((each) => project.files?.readText(each) ?? [])
  const name = runnerName(texts, own?.dependencies ?? new Set())
  const module = name === 'vitest' ? 'vitest' : '@jest/globals'
  const imports = texts.filter((text) => text.includes(`'${module}'`) || text.includes(`"${module}"`)).length
  const isImported = texts.length > 0 ? imports * 2 >= texts.length : name === 'vitest'
  const placing = placingOf(specs)
  return {
    runner: { name, module: isImported ? module : undefined },
    texts,
    specFor: (service) => {
      const stem = baseName(service).replace(/\.ts$/, '')
      const at = (middle: string) =>
        joinPath(folderOf(service), `${placing.folder}/${stem}${middle}.${placing.suffix}.ts`)
      const text = project.files?.readText(at(''))
      return text === undefined || text.includes(STARTS_DATABASE) ? at('') : at('.database')
    },
  }
}

/** What the tests that are generated call. */
export const STARTS_DATABASE = 'startTestDatabase'

const SPEC = /\.(spec|test)\.ts$/

function runnerName(texts: readonly string[], dependencies: ReadonlySet<string>): 'jest' | 'vitest' {
  const usesVitest = texts.some((text) => /from ['"]vitest['"]|\bvi\.(fn|mock)\(/.test(text))
  if (usesVitest) return 'vitest'
  const usesJest = texts.some((text) => /\bjest\.(fn|mock|spyOn)\(|from ['"]@jest\/globals['"]/.test(text))
  return !usesJest && dependencies.has('vitest') && !dependencies.has('jest') ? 'vitest' : 'jest'
}

/** Beside what they test, or in a folder of it: as most tests of services stand. */
function placingOf(specs: readonly FileId[]): { readonly folder: string; readonly suffix: string } {
  const services = specs.filter((each) => /service\.(spec|test)\.ts$/i.test(each))
  const telling = services.length > 0 ? services : specs
  const suffix = mostFrequent(telling.map((each) => SPEC.exec(each)?.[1] ?? 'spec')) ?? 'spec'
  const isApart = mostFrequent(services.map((each) => /(^|\/)__tests__\//.test(each))) ?? false
  return { folder: isApart ? '__tests__' : '.', suffix }
}
