/**
 * A mail server of a few lines: takes mail, or goes wrong as the test asks.
 */
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** What happens to a mail; a number is the answer to its recipient, `after` one to its text. */
export type MailFate = 'taken' | 'silent' | 'broken_before' | 'broken_after' | number | { after: number }

export type ReceivedMail = { to: string; source: string }

/** Starts it on a free port. Each mail meets the next of `fates`; when they run out, it is taken. */
export async function startSmtpServer(fates: MailFate[] = []) {
  const received: ReceivedMail[] = []
  const server = createServer((socket) => talk(socket, received, fates))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    /** What it has taken, or may have taken. */
    received,
    fates,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function talk(socket: Socket, received: ReceivedMail[], fates: MailFate[]): void {
  const fate = fates.shift() ?? 'taken'
  const say = (line: string) => socket.write(`${line}\r\n`)
  let rest = ''
  let to = ''
  let source: string[] | null = null
  const hear = (line: string): void => {
    if (source !== null) {
      if (line !== '.') return void source.push(line)
      const answer = typeof fate === 'object' ? fate.after : 250
      if (answer === 250) received.push({ to, source: source.join('\n') })
      source = null
      if (fate === 'broken_after') return void socket.destroy()
      say(`${answer} said`)
    } else if (/^(EHLO|HELO)/i.test(line)) say('250 mail.example.org')
    else if (/^RCPT TO:/i.test(line)) {
      to = /<(.*)>/.exec(line)?.[1] ?? ''
      say(typeof fate === 'number' ? `${fate} no <${to}>` : '250 ok')
    } else if (/^DATA/i.test(line)) {
      source = []
      say('354 go on')
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else if (/^STARTTLS/i.test(line)) say('502 no')
    else say('250 ok')
  }
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  if (fate === 'broken_before') return void socket.destroy()
  if (fate !== 'silent') say('220 mail.example.org')
}
