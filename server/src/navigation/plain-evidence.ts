/**
 * A piece of evidence as a person says it: reports for machines have short names for what led from a type to its model,
 * which stay the same from version to version; people read these words.
 */
export function plainEvidence(evidence: string): string {
  return evidence
    .replace(/^\S+ is (\S+): /, "paired with '$1': ")
    .replace(NAMES, (name) => WORDS[name as keyof typeof WORDS])
    .replace(/\b(fields|values) (\d+)\/(\d+)/g, (_, what, shared, all) => `${shared} of ${all} ${what}`)
    .replace(/(^|: )@prisma (\w+)/, '$1said by @prisma $2')
}

const WORDS = {
  'name-exact': 'the same name',
  'name-affix': 'named after it',
  'name-words': 'its name is part of the name',
  'name-tail': 'the name is part of its name',
  'name-word': 'a word of the name in common',
  'name-counterpart': 'named like a type on the other side that belongs to it',
  'used-with-model': 'used where the model is',
  'fields-alone': 'by the fields alone',
  'used-for-column': 'used for a column of this enum',
  'same-values': 'has, or had, the same values',
}

const NAMES = new RegExp(`(?<![\\w-])(?:${Object.keys(WORDS).join('|')})(?![\\w-])`, 'g')
