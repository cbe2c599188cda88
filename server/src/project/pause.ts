/**
 * Lets other work run now and then: `await pause()` returns at once until `sliceMs` milliseconds have gone by since
 * the last time it let go of the event loop.
 */
export function createPause(sliceMs: number): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    if (performance.now() - last < sliceMs) return undefined
    return new Promise((resolve) =>
      setImmediate(() => {
        last = performance.now()
        resolve()
      }),
    )
  }
}
