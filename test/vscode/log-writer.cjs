// Takes the place of `@vscode/spdlog`, a native module, in the installed editors: without one nothing is logged, and
// output channels stay empty. Levels count up from trace to off; text reaches the file at once.
const { appendFileSync, mkdirSync } = require('node:fs')
const { dirname } = require('node:path')

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical']

class Logger {
  #file
  #level = 0
  #plain = false

  constructor(_kind, _name, file) {
    this.#file = file
    mkdirSync(dirname(file), { recursive: true })
    for (const [level, name] of LEVELS.entries()) this[name] = (message) => this.#write(level, name, message)
  }

  getLevel() {
    return this.#level
  }

  setLevel(level) {
    this.#level = level
  }

  setPattern() {
    this.#plain = false
  }

  clearFormatters() {
    this.#plain = true
  }

  flush() {}

  drop() {}

  #write(level, name, message) {
    if (level < this.#level) return
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1)
    appendFileSync(this.#file, this.#plain ? message : `${time} [${name}] ${message}\n`)
  }
}

const create = (kind) => async (name, file) => new Logger(kind, name, file)

// Editors import these by name, and Node finds the names only where they are written like this.
exports.Logger = Logger
exports.createAsyncRotatingLogger = create('rotating_async')
exports.createRotatingLogger = create('rotating')
exports.setFlushOn = () => {}
exports.setLevel = () => {}
exports.version = 0
