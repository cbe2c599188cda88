import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model Device {
  id     String  @id @default(uuid())
  name   String
  room   String
  power  Int?
  secret String
}
`

const dto = `
//- /server/dto/create-device.dto.ts
export class CreateDeviceDto {
  name: string
  room: string
  online?: boolean
}
`

const loud = `
//- /server/dto/create-device.dto.ts
export class CreateDeviceDto {
  name: string
  room: string
  online?: boolean
//^^^^^^ 💡 error[field-extra] 'online' is not in model 'Device': devices.service.ts hands it whole to 'device.create', which refuses it
}
`

const service = (body: string) => `
//- /server/devices.service.ts
import { CreateDeviceDto } from './dto/create-device.dto'
export class DevicesService {
  async create(dto: CreateDeviceDto, secret: string) {
    ${body}
  }
}
`

describe('field-extra: what Prisma is handed', () => {
  it('reports what an operation is handed with the rest of an input', () => {
    for (const body of [
      'return this.prisma.device.create({ data: dto as any })',
      'return this.prisma.device.create({ data: { ...dto, secret } })',
      'const { room, ...rest } = dto; return this.prisma.device.create({ data: { ...rest, room: room.trim(), secret } })',
      'const data = { secret }; check(data); const { room, ...rest } = dto; return this.prisma.device.create({ data: rest })',
      'const data = { room: "a", ...dto }; return this.prisma.device.create({ data, select: { id: true } })',
      'return this.prisma.device.create({ select: { id: true }, data: secret ? { name: "a" } : dto })',
      'const data = { ...dto, secret }; return this.prisma.$transaction((tx) => tx.device.create({ data }))',
    ])
      check(schema + loud + service(body))
  })

  it('says nothing of what is taken out, deleted or written over', () => {
    for (const body of [
      'const { online, ...data } = dto; return this.prisma.device.create({ data })',
      'delete dto.online; return this.prisma.device.create({ data: dto })',
      'return this.prisma.device.create({ data: { ...dto, online: undefined } })',
      'return this.prisma.device.create({ data: { name: dto.name, room: dto.room, secret } })',
      'return this.prisma.device.create({ data: pick(dto) })',
      'const data = { name: dto.name }; if (secret) data.secret = secret; return this.prisma.device.create({ data })',
      'return this.prisma.device.create({ data: { name: dto.name, ...(secret && { secret }) } })',
    ])
      check(schema + dto + service(body))
  })

  it('looks at the model whose operation it is', () =>
    check(schema + dto + service('return this.prisma.history.create({ data: { ...dto, secret } })')))

  it('follows a value through a repository that takes anything', () =>
    check(`${schema}
//- /server/dto/create-device.dto.ts
export class CreateDeviceDto {
  name: string
  room: string
  online?: boolean
//^^^^^^ 💡 error[field-extra] 'online' is not in model 'Device': devices.repository.ts hands it whole to 'device.create', which refuses it
}
${service('return this.devices.create({ ...dto, secret })').replace('{\n  async', '{\n  constructor(private devices: DevicesRepository) {}\n  async').replace("dto'\n", "dto'\nimport { DevicesRepository } from './data'\n")}
//- /server/data/index.ts
export * from './devices.repository'
//- /server/data/devices.repository.ts
export class DevicesRepository {
  create(data: Prisma.DeviceCreateInput) {
    return this.prisma.device.create({ data })
  }
}
`))

  it('follows imported functions, and what a schema lets through', () =>
    check(`${schema}
//- /server/schemas.ts
import { z } from 'zod'
export const createDeviceSchema = z.object({
  name: z.string(),
  room: z.string(),
  online: z.boolean(),
//^^^^^^ 💡 error[field-extra] 'online' is not in model 'Device': store.ts hands it whole to 'device.create', which refuses it
})
//- /server/types.ts
import { z } from 'zod'
import { createDeviceSchema } from './schemas'
export type NewDevice = z.infer<typeof createDeviceSchema>
//- /server/route.ts
import { NewDevice } from './types'
import * as store from './store'
export const POST = async (request) => {
  const device = (await request.json()) as NewDevice
  return store.add({ device })
}
//- /server/store.ts
export const add = ({ device }) => prisma.device.create({ data: device })
`))

  it('tells a place that another one shows to be meant less loudly', () =>
    check(`${schema}
//- /server/dto/device.ts
export class CreateDeviceDto {
  name: string
  room: string
  tags?: string[]
//^^^^ 💡 info[field-extra] 'tags' is not in model 'Device': devices.service.ts hands it whole to 'device.update', which refuses it
}
//- /server/devices.service.ts
import { CreateDeviceDto } from './dto/device'
export class DevicesService {
  create({ tags, ...data }: CreateDeviceDto) {
    return this.prisma.device.create({ data })
  }
  update(id: string, data: Partial<CreateDeviceDto>) {
    return this.prisma.device.update({ where: { id }, data })
  }
}
`))

  it('tells a property less loudly that a caller takes out, and one of a type that is no input', () => {
    check(`${schema}
//- /server/dto/device.ts
export interface CreateDeviceInput {
  name: string
  room: string
  tags?: string[]
//^^^^ 💡 info[field-extra] 'tags' is not in model 'Device': devices.service.ts hands it whole to 'device.create', which refuses it
}
//- /server/devices.service.ts
import { CreateDeviceInput } from './dto/device'
export const createDevice = ({ id, ...data }: CreateDeviceInput & { id: string }) => prisma.device.create({ data })
//- /server/devices.controller.ts
import { CreateDeviceInput } from './dto/device'
import { createDevice } from './devices.service'
export const handle = async ({ input: { tags, ...input } }: { input: CreateDeviceInput }) => createDevice({ ...input, id: '1' })
`)
    check(`${schema}
//- /server/dto/device.ts
export class Paged {
  page?: number
//^^^^ 💡 info[field-extra] 'page' is not in model 'Device': devices.service.ts hands it whole to 'device.create', which refuses it
}
export class CreateDeviceDto extends Paged {
  name: string
  room: string
}
//- /server/devices.service.ts
import { CreateDeviceDto } from './dto/device'
export const createDevice = (data: CreateDeviceDto) => prisma.device.create({ data })
`)
  })

  it('leaves out what a pipe has dropped, as no validator stands at it', () => {
    const validated = (decorator: string, comment: string) => `${schema}
//- /server/main.ts
app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
//- /server/dto/create-device.dto.ts
export class CreateDeviceDto {
  @IsString() name: string
  @IsString() room: string
  ${decorator}
  online?: boolean${comment}
}
${service('return this.prisma.device.create({ data: dto })')}`
    check(validated('@Expose()', ''))
    check(
      validated(
        '@IsOptional()',
        `\n//^^^^^^ 💡 error[field-extra] 'online' is not in model 'Device': devices.service.ts hands it whole to 'device.create', which refuses it`,
      ),
    )
  })

  it('names the column that is meant, but not for a password', () =>
    check(`${schema.replace('secret String', 'secretHash String')}
//- /server/dto/create-device.dto.ts
export class CreateDeviceDto {
  name: string
  room: string
  pwoer?: number
//^^^^^ 💡 error[field-renamed] 'pwoer' is not in model 'Device', whose column is 'power'
  secret: string
//^^^^^^ 💡 error[field-extra] 'secret' is not in model 'Device': devices.service.ts hands it whole to 'device.create', which refuses it
}
${service('return this.prisma.device.create({ data: dto })')}`))

  it('reports what a question is asked with', () =>
    check(`${schema}
//- /server/dto/device-query.dto.ts
export class DeviceQueryDto {
  name?: string
  room?: string
  online?: boolean
//^^^^^^ 💡 error[field-extra] 'online' is not in model 'Device': devices.service.ts hands it whole to 'device.findMany', which refuses it
  page?: number
  OR?: object[]
}
//- /server/devices.service.ts
import { DeviceQueryDto } from './dto/device-query.dto'
export class DevicesService {
  list({ page, ...where }: DeviceQueryDto) {
    return this.prisma.device.findMany({ where, skip: page * 10 })
  }
}
`))
})
