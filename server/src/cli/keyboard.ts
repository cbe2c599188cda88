/** Keys that a person presses while a program runs. */
export interface Keyboard {
  close(): void
}

const INTERRUPT = '\u0003'

/**
 * Listens to stdin: on a terminal to each key, else to what is piped in. Its end is no key: a program in the background
 * has none.
 */
export function listenToKeys(onKey: (key: 'quit' | 'rerun') => void): Keyboard {
  const { stdin } = process
  const listener = (data: Buffer) => {
    for (const key of data.toString('utf8')) {
      if (key === 'q' || key === INTERRUPT) onKey('quit')
      else if (key === 'r') onKey('rerun')
    }
  }
  if (stdin.isTTY) stdin.setRawMode(true)
  stdin.on('data', listener).resume()
  return {
    close() {
      if (stdin.isTTY) stdin.setRawMode(false)
      stdin.off('data', listener).pause()
      // What is piped in need not end for the program to end.
      stdin.unref()
    },
  }
}
