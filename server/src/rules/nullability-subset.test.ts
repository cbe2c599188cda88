import { check } from '../testing/check.js'

describe('nullability-mismatch', () => {
  describe('of a subset that the server makes', () => {
    const orders = (sent: string, level: string) => `
//- /schema.prisma
model Order {
  id      String  @id
  number  Int
  note    String?
  total   Int
  street  String
  city    String
  country String
}
//- /server/order.service.ts
${sent}
//- /web/order.ts
export interface OrderSummary {
  id: string
  number: number
  note: string
      //^^^^^^ 💡 ${level}[nullability-mismatch] 'note' excludes null, but column 'Order.note' is nullable
  total: number
}
`
    const select = 'select: { id: true, number: true, note: true, total: true }'

    it('warns where it hands the column on as it is', () =>
      check(orders(`export const list = (prisma) => prisma.order.findMany({ ${select} })`, 'warning')))

    it('informs where it asks only for some of the rows', () =>
      check(
        orders(
          `export const list = (prisma) => prisma.order.findMany({ where: { note: { not: null } }, ${select} })`,
          'info',
        ),
      ))

    it('informs where it makes the value', () =>
      check(
        orders(
          `export const list = async (prisma) => (await prisma.order.findMany()).map((each) =>
  ({ id: each.id, number: each.number, note: each.note ?? '', total: each.total }))`,
          'info',
        ),
      ))
  })

  describe("of a subset of the model's name", () => {
    const orders = (read: string, level: string, columns = '') => `
//- /schema.prisma
model Order {
  id      String  @id
  number  Int
  note    String?
  total   Int
  street  String
  city    String
  country String
${columns}
}
//- /server/order.service.ts
export const list = (prisma) => prisma.order.findMany(${read})
//- /web/order.ts
export interface Order {
  id: string
  number: number
  note: string
      //^^^^^^ 💡 ${level}[nullability-mismatch] 'note' excludes null, but column 'Order.note' is nullable
  total: number
}
`
    it('warns where the server reads the records whole', () => check(orders('{ take: 5 }', 'warning')))

    it('informs where it does not, or only some of the rows', () => {
      check(orders('{ select: { id: true, number: true, street: true, city: true } }', 'info'))
      check(orders('{ where: { note: { not: null } } }', 'info'))
    })

    it('informs where the record has a secret, and is not sent as it is', () =>
      check(orders('{ take: 5 }', 'info', '  password String\n  pinCode String')))
  })
})
