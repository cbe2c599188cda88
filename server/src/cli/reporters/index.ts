import { githubReport } from './github.js'
import { gitlabReport } from './gitlab.js'
import { jsonReport } from './json.js'
import { junitReport } from './junit.js'
import { markdownReport } from './markdown.js'
import { prettyReport } from './pretty.js'
import type { CheckReport } from './report.js'
import { sarifReport } from './sarif.js'

/** The forms that `check` can print its report in. */
export const REPORTERS = {
  pretty: prettyReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  markdown: markdownReport,
} satisfies Record<string, (report: CheckReport) => string>

export type Format = keyof typeof REPORTERS
export const FORMATS = Object.keys(REPORTERS) as readonly Format[]
