/** A schema with every scalar, list, optional, enum, kind of relation, composite key, native type and default. */
export const EVERY_KIND = `datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["views"]
}

enum Role {
  ADMIN
  TEAM_MEMBER
  guest @map("visitor")
}

enum Empty_Case {
  only
}

model User {
  id           Int          @id @default(autoincrement())
  email        String       @unique @db.VarChar(255)
  name         String?      @db.VarChar(80)
  passwordHash String
  role         Role         @default(TEAM_MEMBER)
  roles        Role[]
  kind         Empty_Case?
  managerId    Int?
  manager      User?        @relation("Team", fields: [managerId], references: [id])
  reports      User[]       @relation("Team")
  profile      Profile?
  posts        Post[]
  memberships  Membership[]
  createdAt    DateTime     @default(now())
  updatedAt    DateTime     @updatedAt
  deletedAt    DateTime?
}

model Profile {
  id       String    @id @default(uuid()) @db.Uuid
  userId   Int       @unique
  user     User      @relation(fields: [userId], references: [id], onDelete: Cascade)
  born     DateTime? @db.Date
  wakesAt  DateTime? @db.Time(0)
  bio      String    @default("it's \\"me\\"") @db.Text
  country  String    @default("DE") @db.Char(2)
}

model Post {
  id        BigInt    @id @default(autoincrement())
  title     String    @db.VarChar(120)
  body      String?
  tags      String[]
  scores    Int[]     @default([1, 2])
  rating    Float     @default(1.5) @db.DoublePrecision
  weight    Float?    @db.Real
  price     Decimal   @db.Decimal(10, 2)
  discount  Decimal?
  views     BigInt    @default(0)
  shares    BigInt?
  small     Int       @db.SmallInt
  oid       Int?      @db.Oid
  published Boolean   @default(false)
  pinned    Boolean?
  cover     Bytes
  thumbnail Bytes?
  pages     Bytes[]
  meta      Json      @default("{}")
  extra     Json?     @db.Json
  parts     Json[]
  dueAt     DateTime  @db.Timestamptz(3)
  moments   DateTime[]
  prices    Decimal[]
  place     Unsupported("point")?
  address   String?   @db.Inet
  external  String    @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  authorId  Int
  author    User      @relation(fields: [authorId], references: [id])
  labels    Label[]
}

model Label {
  slug  String @id @db.Citext
  posts Post[]
}

model Membership {
  userId   Int
  teamId   String
  role     Role     @default(ADMIN)
  joinedAt DateTime @default(now())
  user     User     @relation(fields: [userId], references: [id])

  @@id([userId, teamId])
}

view Ranking {
  userId Int    @unique
  rank   BigInt
  label  String?
}
`

/** Its models and views. */
export const EVERY_MODEL = ['User', 'Profile', 'Post', 'Label', 'Membership', 'Ranking']

/** A schema for MongoDB, with composite types: one, none or many of them, in each other too. */
export const EVERY_COMPOSITE = `datasource db {
  provider = "mongodb"
}

generator client {
  provider = "prisma-client-js"
}

enum Kind {
  HOME
  WORK
}

type Point {
  latitude  Float
  longitude Float
}

type Address {
  street String
  kind   Kind     @default(HOME)
  place  Point?
  marks  Point[]
  since  DateTime @default(now())
}

model Person {
  id        String    @id @default(auto()) @map("_id") @db.ObjectId
  name      String
  home      Address
  work      Address?
  others    Address[]
  friendIds String[]  @db.ObjectId
  friends   Person[]  @relation("Friends", fields: [friendIds], references: [id])
  friendOf  Person[]  @relation("Friends", fields: [friendOfIds], references: [id])
  friendOfIds String[] @db.ObjectId
  letters   Letter[]
}

model Letter {
  id       String  @id @default(auto()) @map("_id") @db.ObjectId
  text     String
  toId     String  @db.ObjectId
  to       Person  @relation(fields: [toId], references: [id])
  sentFrom Address
}
`

/** Its models. */
export const EVERY_COMPOSITE_MODEL = ['Person', 'Letter']
