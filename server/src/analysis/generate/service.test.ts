import assert from 'node:assert/strict'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'
import { NEST, packageJson, serverErrors } from '../../testing/nest-project.js'

const SOURCE = `${packageJson(...NEST)}//- /prisma/schema.prisma\n${EVERY_KIND}`

describe('generate service', () => {
  it('writes what compiles and in which nothing is found, for every kind of model', () => {
    const { texts, world } = generated(SOURCE, 'service', ...EVERY_MODEL)
    assert.deepEqual(serverErrors(texts, EVERY_KIND), [])
    assert.deepEqual(findingsIn(world), [])
    assert.equal(texts.size, 6 * 3 + 5 * 3 + 1 + 2)
  })

  it('keeps secrets to itself', () => {
    const { texts } = generated(SOURCE, 'service', 'User')
    const service = texts.get('src/users/users.service.ts') ?? ''
    assert.match(service, /return this\.prisma\.user\.findMany\(\{ select \}\);/)
    assert.doesNotMatch(service, /passwordHash/)
  })

  it('reads keys from the path, those of several columns too', () => {
    const { texts } = generated(SOURCE, 'service', 'Membership', 'Post')
    const memberships = texts.get('src/memberships/memberships.controller.ts') ?? ''
    assert.match(
      memberships,
      /@Get\(':userId\/:teamId'\)\n {2}findOne\(@Param\('userId', ParseIntPipe\) userId: number, @Param\('teamId'\) teamId: string\)/,
    )
    const service = texts.get('src/memberships/memberships.service.ts') ?? ''
    assert.match(service, /where: \{ userId_teamId: \{ userId, teamId \} \}/)
    assert.match(texts.get('src/posts/posts.controller.ts') ?? '', /this\.posts\.findOne\(BigInt\(id\)\)/)
  })

  it('stands where the others are and takes the Prisma service that is there', () => {
    const { texts, notes, world } = generated(
      `${SOURCE}//- /src/database/prisma.service.ts
import { PrismaClient } from '@prisma/client'

export class PrismaService extends PrismaClient {}
//- /src/modules/label/LabelService.ts
import { PrismaService } from '../../database/prisma.service'

export class LabelService {
  constructor(readonly prisma: PrismaService) {}
}
`,
      'service',
      'Profile',
      'Label',
    )
    const service = texts.get('src/modules/profile/ProfileService.ts') ?? ''
    assert.match(service, /^import \{ PrismaService \} from '\.\.\/\.\.\/database\/prisma\.service'$/m)
    assert.match(service, /^import \{ CreateProfileDto \} from '\.\/dto\/create-profile\.dto'$/m)
    assert.ok(texts.has('src/modules/profile/profiles.module.ts'))
    assert.ok(!texts.has('src/modules/label/LabelService.ts'))
    // A service that a person wrote need not have the methods that a new controller calls.
    assert.ok(!texts.has('src/modules/label/LabelController.ts'))
    assert.ok(notes.includes("src/modules/label/LabelService.ts: 'LabelService' is there already"))
    assert.ok(
      notes.includes(
        "src/modules/label/LabelService.ts: 'LabelService' has no findAll, findOne, create, update, remove for 'LabelsController' to call",
      ),
    )
    assert.deepEqual(serverErrors(world.texts, EVERY_KIND), [])
  })

  it('leaves a class alone that a file keeps to itself', () => {
    const kept =
      '//- /src/profiles/profiles.controller.ts\nclass ProfilesController {}\nexport const it = new ProfilesController()\n'
    const { texts, notes } = generated(`${SOURCE}${kept}`, 'service', 'Profile')
    assert.ok(!texts.has('src/profiles/profiles.controller.ts'))
    assert.ok(notes.includes("src/profiles/profiles.controller.ts: 'ProfilesController' is there already"))
  })

  it('makes nothing of NestJS where no package has it, and says so', () => {
    const { texts, notes } = generated(
      `${packageJson('express')}//- /prisma/schema.prisma\n${EVERY_KIND}`,
      'service',
      'User',
    )
    assert.deepEqual([...texts.keys()], [])
    assert.deepEqual(notes, [
      "services are made for NestJS, and no package depends on @nestjs/common: 'generate repository User' writes a class that does without",
    ])
  })

  it("stands in the package of NestJS where that is not the schema's", () => {
    const { texts } = generated(
      `//- /apps/api/package.json
{ "name": "api", "dependencies": { "@nestjs/common": "*" } }
//- /packages/db/package.json
{ "name": "db", "dependencies": { "@prisma/client": "*" } }
//- /packages/db/prisma/schema.prisma
${EVERY_KIND}`,
      'service',
      'User',
    )
    assert.ok(texts.has('apps/api/src/users/users.service.ts'))
    assert.ok(texts.has('apps/api/src/prisma/prisma.service.ts'))
    assert.deepEqual(
      [...texts.keys()].filter((file) => !file.startsWith('apps/api/')),
      [],
    )
  })

  it('stands together, as most of what belongs to a model does, or in the folders of services and controllers', () => {
    const others = (...classes: readonly string[]) =>
      classes.map((each) => `//- /${each}.ts\nexport class ${each.replace(/^.*\//, '')} {}\n`).join('')
    const filesBeside = (...classes: readonly string[]) => {
      const { texts } = generated(SOURCE + others(...classes), 'service', 'Membership')
      return [...texts.keys()].filter((file) => !/prisma|dto/.test(file))
    }
    assert.deepEqual(
      filesBeside(
        'src/posts/PostController',
        'src/posts/PostModule',
        'src/labels/LabelModule',
        'src/profile/ProfileService',
      ),
      [
        'src/memberships/MembershipService.ts',
        'src/memberships/MembershipController.ts',
        'src/memberships/MembershipModule.ts',
      ],
    )
    const layered = filesBeside('src/services/ProfileService', 'src/controllers/ProfileController')
    assert.deepEqual(layered.slice(0, 2), [
      'src/services/MembershipService.ts',
      'src/controllers/MembershipController.ts',
    ])
  })
})

describe('generate repository', () => {
  it('writes what compiles for every kind of model, with and without NestJS', () => {
    for (const packages of [NEST, ['@prisma/client']]) {
      const source = `${packageJson(...packages)}//- /prisma/schema.prisma\n${EVERY_KIND}`
      const { texts, world } = generated(source, 'repository', ...EVERY_MODEL)
      assert.deepEqual(serverErrors(texts, EVERY_KIND), [])
      assert.deepEqual(findingsIn(world), [])
      assert.equal(texts.size, EVERY_MODEL.length)
    }
  })
})
