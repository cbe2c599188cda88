import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model Device {
  id   String @id @default(uuid())
  name String
  room String
}
`

const dto = (finding = '') => `
//- /server/create-device.dto.ts
export interface CreateDeviceDto {
  name: string
  room: string
  online?: boolean
${finding}
}
`

const LOUD = `//^^^^^^ 💡 error[field-extra] 'online' is not in model 'Device': store.ts hands it whole to 'device.create', which refuses it`

const route = `
//- /server/route.ts
import { CreateDeviceDto } from './create-device.dto'
import { saveDevice } from './data'
export const POST = (dto: CreateDeviceDto) => saveDevice(dto)
`

const store = `
//- /server/data/store.ts
export const saveDevice = (data) => prisma.device.create({ data })
`

describe('a function that a name means', () => {
  it('is found through any number of modules', () =>
    check(`${schema}${dto(LOUD)}${route}${store}
//- /server/data/index.ts
export * from './a'
//- /server/data/a.ts
export * from './b'
//- /server/data/b.ts
export * from './c'
export * from './a'
//- /server/data/c.ts
export * from './d'
//- /server/data/d.ts
export { saveDevice } from './store'
`))

  it('is none of a module of which another name is handed on', () =>
    check(`${schema}${dto()}${route}
//- /server/data/index.ts
export { restore } from './restore'
export { saveDevice } from './save'
//- /server/data/restore.ts
const saveDevice = (data) => prisma.device.create({ data })
export const restore = (devices) => devices.map(saveDevice)
//- /server/data/save.ts
export const saveDevice = ({ name, room }) => prisma.device.create({ data: { name, room } })
`))
})
