import { errorColours as pc } from './colours.js'

/** Says on a terminal what is being done. */
export interface Progress {
  /** Replaces what was said before. */
  say(text: string): void
  /** Leaves an empty line. */
  done(): void
}

/** Silent where stderr is no terminal, so that nothing of it is in a log. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { say: () => undefined, done: () => undefined }
  return {
    say: (text) => void stream.write(`\r\u001b[K${pc.dim(text)}`),
    done: () => void stream.write('\r\u001b[K'),
  }
}
