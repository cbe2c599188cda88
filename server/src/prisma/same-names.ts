/** Whether two tables of names say the same of the same names, in whatever order. */
export function isSameNames(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, meaning]) => b.get(name) === meaning)
}
