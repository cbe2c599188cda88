/** A class as far as its tests need to know it: what it is made of, and what its methods do with the Prisma Client. */
export interface ServiceClass {
  readonly name: string
  /** The parameters of its constructor; none where it inherits that. */
  readonly needs: readonly Parameter[]
  /** Its public methods. */
  readonly methods: readonly ServiceMethod[]
}

export interface Parameter {
  /** Undefined where it is taken apart. */
  readonly name: string | undefined
  /** As written; empty where it has none. */
  readonly type: string
  readonly optional: boolean
}

export interface ServiceMethod {
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** The type of its answer as written; empty where it has none. */
  readonly answer: string
  /** In the order they are written. */
  readonly calls: readonly ClientCall[]
  /** The own methods that it calls. */
  readonly uses: readonly string[]
  /** The class's members whose answers it goes on with: `tenants` of `this.tenants.current()`. */
  readonly asks: readonly string[]
  /** The classes of the errors that it throws. */
  readonly throws: readonly string[]
  /** Whether it catches errors. */
  readonly catches: boolean
  /** The class that records are turned into: `new UserDto(user)`, `plainToInstance(UserDto, user)`. */
  readonly made: string | undefined
  /** Whether it returns what a call of the client answers, as that is. */
  readonly answersCall: boolean
}

/** `this.prisma.user.update({ … })`. */
export interface ClientCall {
  /** The client's name for the model: `user`. */
  readonly delegate: string
  readonly operation: string
  readonly where: Given
  readonly data: Given
  /** The columns of `select`; undefined where it has none. */
  readonly selected: readonly string[] | undefined
  /** Whether the call has a `select` that cannot be read. */
  readonly selectsUnread: boolean
}

/** An object as far as it can be followed to the parameters of its method. */
export interface Given {
  /** Its properties; of a nested `connect` those that it names, under the relation's name. */
  readonly properties: ReadonlyMap<string, GivenValue>
  /** What is spread into it: a parameter, or what is left of one. */
  readonly spreads: readonly GivenSpread[]
  /** It may have properties that are not listed. */
  readonly open: boolean
}

export type GivenValue =
  /** A parameter, by its index, or a property of one. */
  | { readonly kind: 'parameter'; readonly index: number; readonly property: string | undefined }
  /** A literal as written, also one that counts where a parameter says nothing: `status ?? 'ACTIVE'`. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'object'; readonly given: Given }
  | { readonly kind: 'other' }

export interface GivenSpread {
  readonly index: number
  readonly without: readonly string[]
}
