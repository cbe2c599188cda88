import assert from 'node:assert/strict'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'
import { serverErrors } from '../../testing/nest-project.js'

describe('generate seed', () => {
  it('writes what compiles for every kind of model', () => {
    const { texts, world, notes } = generated(`//- /prisma/schema.prisma\n${EVERY_KIND}`, 'seed', ...EVERY_MODEL)
    assert.deepEqual(serverErrors(texts, EVERY_KIND), [])
    assert.deepEqual(findingsIn(world), [])
    assert.deepEqual(notes, ["'Ranking' is a view: its rows cannot be made"])
  })

  it('gives every column that needs one a value that it can hold, and refers to what is there', () => {
    const schema = `enum Kind {
  SMALL
  LARGE
}
model Box {
  id      String @id @default(uuid()) @db.Uuid
  code    String @unique @db.Char(3)
  kind    Kind
  label   String?
  shelfNo Int
  shelf   Shelf  @relation(fields: [shelfNo], references: [no])
}
model Shelf {
  no    Int   @id
  boxes Box[]
}
`
    const { texts } = generated(`//- /prisma/schema.prisma\n${schema}`, 'seed', 'Box')
    assert.equal(
      texts.get('prisma/seeds/box.ts'),
      `import type { PrismaClient } from '@prisma/client';

export async function seedBoxes(prisma: PrismaClient): Promise<void> {
  if ((await prisma.box.count()) > 0) return;
  const shelf = await prisma.shelf.findFirstOrThrow();
  await prisma.box.create({
    data: {
      code: 'Co1',
      kind: 'SMALL',
      shelfNo: shelf.no,
    },
  });
  await prisma.box.create({
    data: {
      code: 'Co2',
      kind: 'LARGE',
      shelfNo: shelf.no,
    },
  });
}
`,
    )
  })
})
