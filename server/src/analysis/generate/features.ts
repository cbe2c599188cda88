import { nameKey, wordsOf } from '../../matching/words.js'
import type { Neighbour } from './place.js'
import { conventionOf } from './place.js'
import { serverRoot } from './prisma-access.js'
import { learn, type Project, sourceFolder } from './project.js'

/** The project's classes that are named for a model and end in a word, such as `Service`. */
export function classesEndingIn(suffix: string, project: Project): readonly Neighbour[] {
  return learn(project, `classes ending in ${suffix}`, () => findClasses(suffix, project))
}

function findClasses(suffix: string, { texts, schema }: Project): readonly Neighbour[] {
  const models = new Map([...schema.models.keys()].map((model) => [nameKey(wordsOf(model)), model]))
  const pattern = new RegExp(`^export (?:abstract )?class (\\w+)${suffix}\\b`, 'gm')
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(pattern)].flatMap(([, stem = '']): Neighbour[] => {
      const model = models.get(nameKey(wordsOf(stem)))
      return model ? [{ file, name: stem + suffix, model }] : []
    }),
  )
}

/** The folder of a model's server code, as a pattern: that of its services, controllers and modules. */
export function featureFolder(project: Project): string {
  return learn(project, 'folder of features', () => {
    const classes = ['Service', 'Controller', 'Module'].flatMap((suffix) => classesEndingIn(suffix, project))
    const folder = sourceFolder(project, serverRoot(project), '{kebabs}')
    return conventionOf(classes, { folder, file: '', name: '' }).folder
  })
}
