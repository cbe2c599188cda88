import type { FileId } from '../text/file-id.js'

const SIDE_FILE =
  /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|e2e|cypress|playwright|mocks?|fixtures?|seeds?|seeders?|scripts?|stories|\.storybook)\/|[.-](spec|test|tests|e2e-spec|e2e|mock|mocks|stories|story|fixture|fixtures|cy)\.[cm]?[jt]sx?$|(^|\/)(seed|seeds|seeder)[^/]*\.[cm]?[jt]s$|(^|\/)(mock|mocks)(-?[dD]ata)?\.[cm]?[jt]sx?$|(^|\/)prisma\/data\.[cm]?[jt]s$|(^|\/)components\/(.*\/)?examples?\//

/** Seeds, mocks, tests and examples of components: they hold made-up records, which neither drift nor prove anything. */
export function isSideFile(file: FileId): boolean {
  return SIDE_FILE.test(file)
}
