/** A value that a function hands on whole, with all properties that it happens to have. Holds no position. */
export interface Handover {
  /** The function that does it: `createUser`, `UsersService.create`; empty outside of functions with a name. */
  readonly by: string
  /** Which of that function's parameters the value is, or is a part of. */
  readonly parameter: number | undefined
  /** The types that it is written as having: `dto: CreateUserDto`, `schema.parse(body)`. */
  readonly types: readonly HandedType[]
  /** The way from that parameter to the value: `data` of `args.data`. */
  readonly path: readonly string[]
  /** The names that do not arrive: taken out, or written over. */
  readonly without: readonly string[]
  readonly into: Operation | Call
}

/** A type by its name in the file, and what `Omit` and `Pick` leave of it. */
export interface HandedType {
  readonly name: string
  readonly without: readonly string[]
  /** Undefined where all the rest is left. */
  readonly only: readonly string[] | undefined
  /** The way from the type to the value. */
  readonly path: readonly string[]
}

/** What an operation of Prisma's stores or asks for. */
export interface Operation {
  readonly kind: 'operation'
  /** The client's name for the model: `user` of `prisma.user.create`. */
  readonly delegate: string
  readonly operation: string
  readonly argument: 'data' | 'where'
}

/** An argument of another function of the workspace. */
export interface Call {
  readonly kind: 'call'
  /** As the file names it: `createUser`, `UsersRepository.create` for `this.users.create`. */
  readonly callee: string
  readonly index: number
  /** Where in the argument it stands: `data` of `f({ data: dto })`. */
  readonly path: readonly string[]
}

const PREFIX = 'handover '

/** The id of a file's handover, by its place in their order: no name of a declaration has a blank in it. */
export function handoverId(index: number): string {
  return `${PREFIX}${index}`
}

/** Which of a file's handovers an id names; undefined for the id of anything else. */
export function handoverIndex(id: string): number | undefined {
  return id.startsWith(PREFIX) ? Number(id.slice(PREFIX.length)) : undefined
}
