import assert from 'node:assert/strict'
import { readNxProjects } from './nx-projects.js'

function projectsOf(files: Readonly<Record<string, string>>) {
  return readNxProjects({ files: Object.keys(files), readText: (file) => files[file] })
}

function runWith(...executors: readonly string[]) {
  const targets = Object.fromEntries(executors.map((executor, index) => [`target${index}`, { executor }]))
  return projectsOf({ 'apps/a/project.json': JSON.stringify({ targets }) })[0]?.runs
}

describe('the projects of an Nx workspace', () => {
  it('stand for packages, unless they have one', () => {
    const projects = projectsOf({
      'package.json': '{}',
      'apps/web/project.json': '{ "targets": {} }',
      'apps/api/project.json': '{ "targets": {} }',
      'apps/api/package.json': '{}',
      'data/project.json': '{ "name": "of something else" }',
      'broken/project.json': '{ "targets"',
    })
    assert.deepEqual(
      projects.map(({ root }) => root),
      ['apps/web'],
    )
  })

  it('run where their executors do', () => {
    assert.equal(runWith('@angular-devkit/build-angular:application', '@nx/eslint:lint'), 'client')
    assert.equal(runWith('@nx/react-native:run-ios'), 'client')
    assert.equal(runWith('@nx/webpack:webpack', '@nx/js:node'), 'server')
    assert.equal(runWith('@nrwl/node:execute'), 'server')
    assert.equal(runWith('@nx/js:tsc', '@nx/jest:jest'), undefined)
    assert.equal(runWith('@nx/next:build'), undefined)
  })
})
