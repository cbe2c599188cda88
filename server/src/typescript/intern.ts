const known = new Map<string, string>()

/**
 * The one copy of a name. A substring of a file's text keeps the whole text in memory; what this returns does not, and
 * equal names of different files share their storage.
 */
export function intern(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const copy = detached(name)
  known.set(copy, copy)
  return copy
}

/** The same characters in storage of their own. For texts that are too varied to be worth sharing. */
export function detached(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string)
}
