/**
 * What the server's environment must not inherit from the editor, for `child_process` to leave out: the editor's own
 * variables and options of Node that are meant for other programs. `ELECTRON_RUN_AS_NODE` stays: the editor's
 * executable is a plain Node only with it.
 */
export function withoutEditorVariables(env: Readonly<NodeJS.ProcessEnv>): Record<string, undefined> {
  const names = Object.keys(env).filter((name) => /^(?:VSCODE_.*|NODE_OPTIONS)$/i.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
