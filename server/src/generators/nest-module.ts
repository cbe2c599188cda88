import type { Block, ImportedName } from './source-text.js'

export interface NestModuleOptions {
  readonly name: string
  readonly service: ImportedName
  readonly controller: ImportedName
}

/** The NestJS module of a model's service and controller; the Prisma service is known everywhere. */
export function generateNestModule({ name, service, controller }: NestModuleOptions): Block {
  const parts = `controllers: [${controller.name}], providers: [${service.name}], exports: [${service.name}]`
  return {
    imports: [{ name: 'Module', module: '@nestjs/common', kind: 'value' }, service, controller],
    text: `@Module({ ${parts} })\nexport class ${name} {}`,
  }
}
