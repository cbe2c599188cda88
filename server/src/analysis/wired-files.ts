import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

const PART = /^(.*)\.(?:service|controller|repository)\.ts$/

/**
 * Whether a part of a NestJS module can run: its module is named somewhere. One that was made and is listed nowhere yet
 * sends nothing. Files beside which there is no module of their name are taken for such that run.
 */
export function createWired(texts: Texts): (file: FileId) => boolean {
  return createNamedFamily((file) => {
    const module = file.replace(PART, '$1.module.ts')
    const [, name] = module === file ? [] : (/\bclass (\w+)/.exec(texts.get(module) ?? '') ?? [])
    return name === undefined || texts.holding(name).size > 1
  })
}
