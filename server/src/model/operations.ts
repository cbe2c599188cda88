/** The operations of a model's delegate in Prisma's client, raw ones aside. */
export const OPERATIONS: ReadonlySet<string> = new Set(
  `findMany findUnique findFirst findUniqueOrThrow findFirstOrThrow create createMany createManyAndReturn
  update updateMany updateManyAndReturn upsert delete deleteMany count aggregate groupBy`.split(/\s+/),
)
