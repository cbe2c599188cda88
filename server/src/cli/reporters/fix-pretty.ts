import type { LeftFinding, MadeFix } from '../../analysis/mend.js'
import { compareText } from '../../text/compare-text.js'
import { groupBy } from '../../text/group-by.js'
import { colours as pc } from '../colours.js'
import { diffsOf, type FixReport } from './fix-report.js'
import { count } from './report.js'

/** What `fix` did, for people: a line for each fix and for what is left, by file; of a dry run a diff alone. */
export function fixPretty(report: FixReport): string {
  const { mending, isDryRun } = report
  if (isDryRun) return [...diffsOf(mending).values()].map(coloured).join('')
  const lines = [...mending.made.map(madeLine), ...mending.left.map(leftLine)].sort((a, b) => a.line - b.line)
  const blocks = [...groupBy(lines, ({ file }) => file)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, list]) => `${pc.bold(file)}\n${list.map(({ text }) => text).join('\n')}\n`)
  return [...blocks, ...usesBlock(mending), fixSummary(report)].join('\n')
}

/** More places are only counted. */
const MOST_SHOWN = 10

/** What became of the uses of what was renamed. */
function usesBlock({ uses, leftUses }: FixReport['mending']): readonly string[] {
  const errors = leftUses.filter(({ reason }) => reason === 'error')
  const unknown = leftUses.filter(({ reason }) => reason === 'unknown')
  return [
    ...(uses > 0 ? [`Renamed ${count(uses, 'use')}.\n`] : []),
    ...placesBlock('no longer compile', errors),
    ...placesBlock('may use what was renamed and were left, as their types are not known', unknown),
  ]
}

function placesBlock(what: string, places: FixReport['mending']['leftUses']): readonly string[] {
  if (places.length === 0) return []
  const lines = places.slice(0, MOST_SHOWN).map(({ file, line, message }) => `  ${file}:${line}  ${pc.dim(message)}`)
  const rest = places.length > MOST_SHOWN ? [`  and ${places.length - MOST_SHOWN} more`] : []
  return [[`${pc.yellow(count(places.length, 'place'))} ${what}:`, ...lines, ...rest, ''].join('\n')]
}

/** `Fixed 2 findings in 1 file. 1 finding is left.` */
export function fixSummary({ mending, isDryRun }: FixReport): string {
  const { made, left, texts } = mending
  const done = `${isDryRun ? 'Would fix' : 'Fixed'} ${count(made.length, 'finding')} in ${count(texts.size, 'file')}.`
  const rest = left.length > 0 ? ` ${count(left.length, 'finding')} ${left.length === 1 ? 'is' : 'are'} left.` : ''
  return made.length + left.length === 0 ? `${pc.green('Nothing to fix.')}\n` : `${done}${rest}\n`
}

interface Line {
  readonly file: string
  readonly line: number
  readonly text: string
}

function madeLine({ finding, fix, line }: MadeFix): Line {
  const review = fix.safe ? '' : pc.yellow(' (review)')
  return {
    file: finding.at.file,
    line,
    text: `  ${line}  ${pc.green('fixed')} ${fix.title}${review}  ${pc.dim(finding.rule)}`,
  }
}

function leftLine({ finding, line, reason }: LeftFinding): Line {
  const { file } = finding.at
  return {
    file,
    line,
    text: `  ${line}  ${pc.yellow('left')} ${finding.message}  ${pc.dim(`${finding.rule}: ${reason}`)}`,
  }
}

function coloured(diff: string): string {
  return diff.replace(/^[-+@].*$/gm, (line) => (COLOURS[line.charAt(0)] ?? String)(line))
}

const COLOURS: Readonly<Record<string, (text: string) => string>> = { '-': pc.red, '+': pc.green, '@': pc.cyan }
