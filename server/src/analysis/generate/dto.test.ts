import assert from 'node:assert/strict'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'
import { NEST, packageJson, serverErrors } from '../../testing/nest-project.js'

describe('generate dto', () => {
  for (const packages of [NEST, NEST.slice(0, 3), NEST.slice(0, 2)]) {
    it(`writes what compiles and in which nothing is found, with ${packages.slice(1).join(', ')}`, () => {
      const source = `${packageJson(...packages)}//- /prisma/schema.prisma\n${EVERY_KIND}`
      const { texts, world } = generated(source, 'dto', ...EVERY_MODEL)
      assert.deepEqual(serverErrors(texts, EVERY_KIND), [])
      assert.deepEqual(findingsIn(world), [])
      assert.equal(texts.size, 5 * 3 + 1)
    })
  }

  const schema = `enum Size {
  SMALL
  LARGE
}
model Parcel {
  id        Int      @id @default(autoincrement())
  label     String   @db.VarChar(40)
  size      Size     @default(SMALL)
  weight    Decimal
  note      String?
  tags      String[]
  sentAt    DateTime
  pinHash   String
  resetToken String?
  createdAt DateTime @default(now())
}
model ParcelEvent {
  id Int @id @default(autoincrement())
  kind String
  at DateTime
}
`

  it('writes inputs, updates and responses as they are usual', () => {
    const source = `${packageJson(...NEST)}//- /prisma/schema.prisma\n${schema}`
    const { texts } = generated(source, 'dto', 'Parcel')
    assert.equal(
      texts.get('src/parcels/dto/create-parcel.dto.ts'),
      `import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Size } from '@prisma/client';
import { IsArray, IsDateString, IsDecimal, IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';

export class CreateParcelDto {
  @ApiProperty({ maxLength: 40 })
  @IsString()
  @MaxLength(40)
  label!: string;

  @ApiPropertyOptional({ enum: Size })
  @IsOptional()
  @IsEnum(Size)
  size?: Size;

  @ApiProperty()
  @IsDecimal()
  weight!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  note?: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  tags?: string[];

  @ApiProperty({ type: String, format: 'date-time' })
  @IsDateString()
  sentAt!: string;

  @ApiProperty()
  @IsString()
  pinHash!: string;
}
`.replace(
        /^import \{ IsArray.*$/m,
        `import {
  IsArray,
  IsDateString,
  IsDecimal,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';`,
      ),
    )
    assert.equal(
      texts.get('src/parcels/dto/update-parcel.dto.ts'),
      `import { PartialType } from '@nestjs/swagger';
import { CreateParcelDto } from './create-parcel.dto';

export class UpdateParcelDto extends PartialType(CreateParcelDto) {}
`,
    )
    const response = texts.get('src/parcels/dto/parcel-response.dto.ts') ?? ''
    assert.match(response, /@ApiProperty\(\{ type: String, nullable: true \}\)\n {2}note!: string \| null;/)
    assert.match(response, /import \{ Prisma, Size \} from '@prisma\/client';/)
    assert.doesNotMatch(response, /pinHash|resetToken/)
  })

  it('takes enums from where the project does, and the rest from the whole client beside them', () => {
    const source = (used: string) => `${packageJson(...NEST)}//- /prisma/schema.prisma
${schema.replace('note      String?', 'note      Json?')}//- /src/sizes.ts
${used}
`
    const importsOf = (used: string) => {
      const { texts } = generated(source(used), 'dto', 'Parcel')
      return (texts.get('src/parcels/dto/create-parcel.dto.ts') ?? '').match(/^import .*generated.*$/gm)
    }
    const enums = "import { Size } from '../../generated/prisma/enums'"
    const whole = "import { Prisma } from '../../generated/prisma/client'"
    const near = enums.replace('../../', './')
    assert.deepEqual(importsOf(near), [whole, enums])
    const both = `${near}\nimport { Size as S } from './generated/prisma/enums'\n${whole.replace('../../', './')}`
    assert.deepEqual(importsOf(both), [whole, enums])
    const client = whole.replace('Prisma', 'Prisma, Size')
    assert.deepEqual(importsOf(whole.replace('../../', './')), [client])
  })

  it('stands beside its neighbours and looks like them', () => {
    const source = `${packageJson('@nestjs/common', '@prisma/client', 'class-validator', '@nestjs/mapped-types')}
//- /prisma/schema.prisma
${schema}
//- /src/modules/parcelEvent/inputs/CreateParcelEventInput.ts
import { IsDate, IsString } from "class-validator"

export class CreateParcelEventInput {
    @IsString()
    kind: string

    @IsDate()
    at: Date
}
`
    const { texts, world } = generated(source, 'dto', 'Parcel')
    const create = texts.get('src/modules/parcel/inputs/CreateParcelInput.ts') ?? ''
    assert.match(create, /^ {4}@IsDate\(\)\n {4}sentAt: Date$/m)
    assert.match(create, /from "class-validator"$/m)
    const update = texts.get('src/modules/parcel/inputs/update-parcel.dto.ts') ?? ''
    assert.match(update, /import \{ PartialType \} from "@nestjs\/mapped-types"\n/)
    assert.deepEqual(serverErrors(texts, schema), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('adds what is new in the model, and keeps what a person wrote', () => {
    const before = schema.replace(/^ {2}note .*\n/m, '')
    const source = `${packageJson('@nestjs/common', '@prisma/client', 'class-validator')}
//- /prisma/schema.prisma
${schema}
//- /prisma/schema.prisma base
${before}
//- /src/parcels/dto/create-parcel.dto.ts
import { IsString, MaxLength } from 'class-validator'

export class CreateParcelDto {
  /** Printed on it. */
  @IsString()
  @MaxLength(20)
  label: string

  @IsString()
  pinHash: string

  isFragile(): boolean {
    return this.label.includes('glass')
  }
}
`
    const { texts } = generated(source, 'dto', 'Parcel')
    assert.equal(
      texts.get('src/parcels/dto/create-parcel.dto.ts'),
      `import { IsString, MaxLength, IsOptional } from 'class-validator'

export class CreateParcelDto {
  /** Printed on it. */
  @IsString()
  @MaxLength(20)
  label: string

  @IsOptional()
  @IsString()
  note?: string

  @IsString()
  pinHash: string

  isFragile(): boolean {
    return this.label.includes('glass')
  }
}
`,
    )
  })
})
