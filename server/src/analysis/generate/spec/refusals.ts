import type { ImportedName } from '../../../generators/source-text.js'
import type { Refusal, TestedMethod } from '../../../generators/spec/tested-method.js'
import type { ClientCall, ServiceClass, ServiceMethod } from '../../../model/service.js'
import { moduleOf } from '../project.js'
import { declarationOf, moduleImporting } from './declarations.js'
import type { ReadingContext } from './tested-methods.js'

/** How a method refuses what is wrong: by an error of its own, else by Prisma's. */
export function refusalsOf(
  method: ServiceMethod,
  { operation, data }: ClientCall,
  context: ReadingContext,
): Pick<TestedMethod, 'missing' | 'taken' | 'dangling'> {
  const all = [method, ...usedBy(method, context.service)]
  const throws = all.flatMap((each) => each.throws)
  const isOwn = all.some(({ catches, throws: own }) => catches || own.length > 0)
  const named = (pattern: RegExp): Refusal | undefined => {
    const names = [...new Set(throws.filter((name) => pattern.test(name)))]
    const [name] = names
    const imported = name !== undefined && names.length === 1 ? importOf(name, context) : undefined
    return imported && { kind: 'class', name: imported }
  }
  const answersNull = /^find(Unique|First)$/.test(operation) && throws.length === 0
  const byPrisma = (code: string): Refusal => (isOwn ? { kind: 'error' } : { kind: 'code', code })
  const connects = [...data.properties.values()].some(
    (value) => value.kind === 'object' && value.given.properties.has('connect'),
  )
  const catches = all.some((each) => each.catches)
  return {
    missing: answersNull ? { kind: 'null' } : (named(/NotFound/) ?? byPrisma('P2025')),
    taken: (catches ? undefined : named(/Conflict|AlreadyExists|Duplicate/)) ?? byPrisma('P2002'),
    dangling: connects ? { kind: 'error' } : byPrisma('P2003'),
  }
}

/** The methods of the class that a method calls, and those that these call. */
export function usedBy(method: ServiceMethod, service: ServiceClass): readonly ServiceMethod[] {
  const found = new Set<ServiceMethod>()
  const add = ({ uses }: ServiceMethod): void => {
    for (const each of service.methods.filter(({ name }) => uses.includes(name))) {
      if (each === method || found.has(each)) continue
      found.add(each)
      add(each)
    }
  }
  add(method)
  return [...found]
}

function importOf(name: string, { service, spec, project }: ReadingContext): ImportedName | undefined {
  const file = declarationOf(name, service.file, project)
  if (file !== undefined) return { name, module: moduleOf(project, spec, file), kind: 'value' }
  const module = moduleImporting(name, project.texts.get(service.file) ?? '')
  return module === undefined || module.startsWith('.') ? undefined : { name, module, kind: 'value' }
}
