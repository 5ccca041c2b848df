/**
 * Items that are asked for while others are on their way to the database go together, in one statement and one commit
 * (docs/decisions/011-batched-statements.md). With nothing under way an item goes at once, so nobody waits for company.
 */

/** How many statements of one line are under way at a time, and how many items one of them takes. */
const AT_ONCE = 4
const MOST = 32

type Sending<Item, Row> = {
  /** One row for each item, in the same order. `mayWait`: for what somebody else holds; otherwise such a row is taken. */
  send(items: Item[], mayWait: boolean): Promise<Row[]>
  /** Whether a row says that nothing was done for its item, since somebody else holds what it needs. */
  isTaken(row: Row): boolean
  /** Whether after this error surely nothing of the statement was written. */
  isUndone(error: unknown): boolean
}

type Waiting<Item, Row> = { item: Item; settle(row: Row | Promise<Row>): void }

/** Opens a line; gives the function that sends an item and gives its row. */
export function openLine<Item, Row>(sending: Sending<Item, Row>): (item: Item) => Promise<Row> {
  let waiting: Waiting<Item, Row>[] = []
  let underWay = 0

  const depart = (): void => {
    while (waiting.length > 0 && underWay < AT_ONCE) {
      const batch = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      // One that is all alone may wait for a lock: it holds up nobody, and there is more room in the line.
      const mayWait = underWay++ === 0 && batch.length === 1
      void sendTogether(sending, batch, mayWait).then(() => {
        underWay--
        depart()
      })
    }
  }
  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, settle: resolve })
      // What comes in the same turn of the event loop goes along.
      if (waiting.length === 1 && underWay < AT_ONCE) setImmediate(depart)
    })
}

/** Several never wait for a lock, so that one item does not hold up the others; what must wait goes once more, alone. */
async function sendTogether<Item, Row>(
  sending: Sending<Item, Row>,
  batch: Waiting<Item, Row>[],
  mayWait: boolean,
): Promise<void> {
  const sendAlone = async (item: Item): Promise<Row> => (await sending.send([item], true))[0]!
  try {
    const items = batch.map(({ item }) => item)
    const rows = await sending.send(items, mayWait)
    for (const [index, { item, settle }] of batch.entries()) {
      const row = rows[index]!
      settle(sending.isTaken(row) ? sendAlone(item) : row)
    }
  } catch (error) {
    const isAgain = batch.length > 1 && sending.isUndone(error)
    for (const { item, settle } of batch) settle(isAgain ? sendAlone(item) : Promise.reject(error))
  }
}
