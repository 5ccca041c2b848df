/** Waits for work, but not longer than `ms`; then it rejects and the work goes on unwatched. */
export async function atMost<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer in time')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
