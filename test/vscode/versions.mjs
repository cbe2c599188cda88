// @ts-check

/**
 * The editors under test, pinned here only. code-server carries VS Code's own server and workbench under VS Code's
 * version plus 3.0.0; `node` is the runtime that this server asks for.
 * `lowest` is the oldest that `engines.vscode` allows.
 */
export const HOSTS = /** @type {const} */ ({
  newest: { codeServer: '4.139.1', node: '24.21.0' },
  lowest: { codeServer: '4.100.0', node: '20.20.2' },
})

/** @typedef {keyof typeof HOSTS} HostName */

/** `@sparticuz/chromium`, for machines that have no Chromium of their own. */
export const CHROMIUM = '153.0.0'

/** The packages that server and workbench load in our tests, of the many they list. Each build names their versions. */
export const MODULES = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/deviceid',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep',
  '@xterm/addon-serialize',
  '@xterm/addon-unicode11',
  '@xterm/headless',
  '@xterm/xterm',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'tas-client',
  'tas-client-umd',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
]

/** The built-in extensions that matter to ours: languages that it reads, themes, views that it fills. */
export const EXTENSIONS = [
  'javascript',
  'json',
  'json-language-features',
  'markdown-basics',
  'markdown-language-features',
  'references-view',
  'search-result',
  'sql',
  'theme-defaults',
  'theme-seti',
  'typescript-basics',
  'typescript-language-features',
]

/**
 * Searches for files go through ripgrep. The older build's package would fetch the program from elsewhere at
 * installation; this one carries it.
 */
export const RIPGREP = '@vscode/ripgrep-universal@1.18.0'

/** Terminals need a module that VS Code's package would compile. This one is the same, and comes compiled. */
export const NODE_PTY = { name: '@lydell/node-pty', version: '1.1.0' }
