import { readRulePage } from '../../project/rule-pages.js'
import { RULES } from '../../rules/index.js'

/** All rules with their pages, always in the same order, so that the places in this list never depend on a run. */
export function ruleDescriptors() {
  return RULES.map(({ code, summary, off }) => {
    const page = readRulePage(code)
    return {
      id: code,
      name: code,
      shortDescription: { text: sentence(summary) },
      fullDescription: { text: firstParagraph(page) },
      help: { text: page, markdown: page },
      defaultConfiguration: { enabled: !off },
      properties: { tags: ['prisma', 'types'] },
    }
  })
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

/** What stands below the title. */
function firstParagraph(page: string): string {
  return (page.split(/\n{2,}/)[1] ?? '').replaceAll('\n', ' ')
}
