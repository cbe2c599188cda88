import type { Block } from './source-text.js'
import type { TextStyle } from './style.js'

/** The service through which a NestJS application has the one Prisma Client. */
export function generatePrismaService(clientModule: string, { indent, semicolon }: TextStyle): Block {
  const hook = (name: string, call: string) =>
    `${indent}async ${name}(): Promise<void> {\n${indent.repeat(2)}await this.${call}()${semicolon}\n${indent}}`
  const hooks = [hook('onModuleInit', '$connect'), hook('onModuleDestroy', '$disconnect')]
  const nest = ['Injectable', 'OnModuleDestroy', 'OnModuleInit']
  return {
    imports: [
      ...nest.map((name) => ({ name, module: '@nestjs/common', kind: 'value' as const })),
      { name: 'PrismaClient', module: clientModule, kind: 'value' },
    ],
    text: `@Injectable()\nexport class PrismaService extends PrismaClient implements OnModuleInit, OnModuleDestroy {\n${hooks.join('\n\n')}\n}`,
  }
}

/** The module that makes it known everywhere. */
export function generatePrismaModule(): Block {
  const nest = ['Global', 'Module'].map((name) => ({ name, module: '@nestjs/common', kind: 'value' as const }))
  const service = { name: 'PrismaService', module: './prisma.service', kind: 'value' as const }
  return {
    imports: [...nest, service],
    text: '@Global()\n@Module({ providers: [PrismaService], exports: [PrismaService] })\nexport class PrismaModule {}',
  }
}
