/**
 * The README as the package carries it: there are no other files beside it that links and pictures could lead to, so
 * pictures are left out, and of links the words stay.
 */
export function packagedReadme(text) {
  return text
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '')
    .replace(/(?<!!)\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1')
}
