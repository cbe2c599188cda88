/** Prisma's own description of a schema, as its wasm module returns it. Only what is compared is listed. */
export interface Datamodel {
  readonly models: readonly DatamodelModel[]
  readonly types: readonly DatamodelModel[]
  readonly enums: readonly DatamodelEnum[]
}

export interface DatamodelModel {
  readonly name: string
  readonly dbName: string | null
  readonly fields: readonly DatamodelField[]
  readonly primaryKey: { readonly fields: readonly string[] } | null
  readonly documentation?: string
}

export interface DatamodelField {
  readonly name: string
  readonly dbName?: string
  readonly kind: 'scalar' | 'enum' | 'object' | 'unsupported'
  readonly type: string
  readonly isList: boolean
  readonly isRequired: boolean
  readonly isUnique: boolean
  readonly isId: boolean
  readonly hasDefaultValue: boolean
  readonly isUpdatedAt?: boolean
  readonly nativeType?: readonly [string, readonly string[]] | null
  readonly relationName?: string
  readonly relationFromFields?: readonly string[]
  readonly relationToFields?: readonly string[]
  readonly documentation?: string
}

export interface DatamodelEnum {
  readonly name: string
  readonly dbName: string | null
  readonly values: readonly { readonly name: string; readonly dbName: string | null }[]
  readonly documentation?: string
}
