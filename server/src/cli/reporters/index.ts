import type { Format } from './formats.js'
import { githubReport } from './github.js'
import { gitlabReport } from './gitlab.js'
import { jsonReport } from './json.js'
import { junitReport } from './junit.js'
import { markdownReport } from './markdown.js'
import { prettyReport } from './pretty.js'
import type { CheckReport } from './report.js'
import { sarifReport } from './sarif.js'

/** What prints each form. */
export const REPORTERS: Readonly<Record<Format, (report: CheckReport) => string>> = {
  pretty: prettyReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  markdown: markdownReport,
}
