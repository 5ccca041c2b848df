import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseTwiml } from '#simulator/twiml/parse.ts'
import { readSpeech, speechMs } from '#simulator/twiml/speech.ts'
import { freshPhone, from, startLab, until, untilIdle, type Answer, type Lab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab(100)
})
beforeEach(() => {
  lab.received.length = 0
  lab.answers.clear()
})
afterAll(() => lab.close())

const SORRY = 'We are sorry. An application error has occurred. Goodbye.'
const xml = (body: string): Answer => ({ body: `<Response>${body}</Response>` })

type Shown = {
  sid: string
  said: string[]
  status: string
  error_code: number | null
  waiting_for_digits: boolean
}
const show = async (to: string): Promise<Shown> =>
  (await (await lab.control('GET', `/handsets/${to}/calls`)).json())[0]

/** Calls a phone that presses `keys` as soon as something listens; resolves when the call is over. */
async function play(source: { twiml: string } | { url: string }, keys = ''): Promise<Shown> {
  const to = freshPhone()
  const { sid } = await lab.client.calls.create({ to, from, ...source })
  if (keys !== '') {
    await until(async () => (await show(to)).waiting_for_digits)
    await lab.control('POST', `/calls/${sid}/digits`, { digits: keys })
  }
  await untilIdle(lab)
  return show(to)
}

describe('a document', () => {
  it.each([
    ['<Response><Say>a &amp; b &#233; &#x2019;</Say></Response>', 'a & b é ’'],
    ['<?xml version="1.0"?>\n<!-- hi --><Response><Say><![CDATA[1 < 2 & 3]]></Say></Response>', '1 < 2 & 3'],
    [`<Response><Say voice='Polly.Amy' loop = "1">x</Say></Response>`, 'x'],
  ])('%s is read', (text, words) => {
    const [say] = parseTwiml(text).children
    expect(typeof say === 'object' && readSpeech(say)).toBe(words)
  })
  it.each([
    '',
    'hello',
    '<Response>',
    '<Response></response>',
    '<Response><Say>x</Response></Say>',
    '<Other/>',
    '<Response/><Response/>',
    '<Response><Say a="1" a="2"/></Response>',
    '<Response><Say a=1/></Response>',
    '<Response>a & b</Response>',
    '<Response>&nbsp;</Response>',
    '<Response><Say>1 < 2</Say></Response>',
    '<!DOCTYPE x [<!ENTITY a "b">]><Response>&a;</Response>',
    '</Response>',
    '<a>'.repeat(50),
  ])('%j is refused as 12100', (text) => {
    expect(() => parseTwiml(text)).toThrow(expect.objectContaining({ twilioCode: 12100 }))
  })
})

describe('speech', () => {
  const say = (inside: string) => {
    const [element] = parseTwiml(`<Response><Say>${inside}</Say></Response>`).children
    if (typeof element !== 'object') throw new Error('no element')
    return element
  }
  it('leaves its mark-up out, and a break parts words', () => {
    const marked =
      'Your <emphasis>code</emphasis> is:<break time="600ms"/><say-as interpret-as="digits">4</say-as><break/>1'
    expect(readSpeech(say(marked))).toBe('Your code is: 4 1')
  })
  it('takes 60 ms a word, at least 300 ms, and its breaks in full', () => {
    expect(speechMs(say('one'))).toBe(300)
    expect(speechMs(say('one two three four five six seven eight nine ten'))).toBe(600)
    expect(speechMs(say('one<break time="1.5s"/>two<break strength="strong"/>'))).toBe(300 + 1_500 + 800)
  })
})

describe('the verbs', () => {
  const cases: [string, string, string, Partial<Shown>][] = [
    [
      'Say, Pause and Play follow each other',
      '<Say>a</Say><Pause length="1"/><Play>x.mp3</Play><Say>b</Say>',
      '',
      { said: ['a', 'b'] },
    ],
    ['Say loops', '<Say loop="3">a</Say>', '', { said: ['a', 'a', 'a'] }],
    ['Hangup ends', '<Say>a</Say><Hangup/><Say>b</Say>', '', { said: ['a'] }],
    [
      'a Gather without keys falls through',
      '<Gather timeout="1"><Say>a</Say></Gather><Say>b</Say>',
      '',
      { said: ['a', 'b'] },
    ],
    [
      'a key in a prompt interrupts it',
      '<Gather action="HOOKS/keys" numDigits="1"><Say>a</Say><Pause length="60"/><Say>b</Say></Gather>',
      '1',
      { said: ['a', 'got 1'] },
    ],
    [
      'numDigits ends a Gather, more keys are lost',
      '<Gather action="HOOKS/keys" numDigits="2" timeout="60"/>',
      '1234',
      { said: ['got 12'] },
    ],
    ['# ends a Gather', '<Gather action="HOOKS/keys" timeout="60"/>', '123#4', { said: ['got 123'] }],
    [
      'finishOnKey may be another key',
      '<Gather action="HOOKS/keys" finishOnKey="*" timeout="60"/>',
      '1#2*',
      { said: ['got 1#2'] },
    ],
    [
      'the time-out ends a Gather with what there is',
      '<Gather action="HOOKS/keys" timeout="60"/>',
      '12',
      { said: ['got 12'] },
    ],
    [
      'actionOnEmptyResult asks without keys',
      '<Gather action="HOOKS/keys" timeout="1" actionOnEmptyResult="true"/>',
      '',
      { said: ['got'] },
    ],
    [
      'a Gather for speech alone hears no keys',
      '<Gather input="speech" action="HOOKS/keys"/><Say>b</Say>',
      '',
      { said: ['b'] },
    ],
    ['Redirect leads on', '<Redirect>HOOKS/keys</Redirect><Say>never</Say>', '', { said: ['got undefined'] }],
    [
      'an unknown verb is 12200',
      '<Say>a</Say><Dance/>',
      '',
      { said: ['a', SORRY], error_code: 12200, status: 'completed' },
    ],
    [
      'a strange verb in a Gather is 12200',
      '<Gather><Redirect>x</Redirect></Gather>',
      '',
      { said: [SORRY], error_code: 12200 },
    ],
    [
      'a relative address in inline TwiML is 11100',
      '<Redirect>/next</Redirect>',
      '',
      { said: [SORRY], error_code: 11100 },
    ],
    ['Say without end is stopped', '<Say loop="0">a</Say>', '', { error_code: null }],
  ]
  it.each(cases)('%s', async (_name, twiml, keys, expected) => {
    lab.answers.set('/keys', (form) => xml(`<Say>got ${form['Digits']}</Say>`))
    const document = `<Response>${twiml.replaceAll('HOOKS', lab.hooks)}</Response>`
    expect(await play({ twiml: document }, keys)).toMatchObject(expected)
  })
  it('broken inline TwiML is an application error, 12100', async () => {
    expect(await play({ twiml: '<Response><Say>' })).toMatchObject({ said: [SORRY], error_code: 12100 })
  })
  it('a document that leads to itself is stopped after 100 verbs', async () => {
    lab.answers.set('/round', () => xml('<Redirect>/round</Redirect>'))
    expect(await play({ url: `${lab.hooks}/round` })).toMatchObject({ error_code: 11100 })
    expect(lab.received.length).toBeLessThanOrEqual(101)
  })
})

describe('a document from a server', () => {
  it('is asked for with a signed request; relative actions and none at all refer to it', async () => {
    lab.answers.set('/a/first', (form) =>
      xml(
        form['Digits']
          ? '<Gather action="second" numDigits="1" timeout="1" actionOnEmptyResult="true"/>'
          : '<Gather numDigits="1" timeout="60"/>',
      ),
    )
    lab.answers.set('/a/second', () => xml('<Say>done</Say>'))
    expect(await play({ url: `${lab.hooks}/a/first?x=1` }, '5')).toMatchObject({ said: ['done'] })
    expect(lab.received.map(({ path }) => path)).toEqual(['/a/first?x=1', '/a/first?x=1', '/a/second'])
    expect(lab.received.every(({ signed }) => signed)).toBe(true)
    expect(lab.received[1]?.form).toMatchObject({ Digits: '5', msg: 'Gather End', CallStatus: 'in-progress' })
  })
  it('can be asked for with GET, signed over the whole address', async () => {
    lab.answers.set('/get', () => xml('<Say>got it</Say>'))
    const to = freshPhone()
    await lab.client.calls.create({ to, from, url: `${lab.hooks}/get`, method: 'GET' })
    await untilIdle(lab)
    expect((await show(to)).said).toEqual(['got it'])
    expect(lab.received[0]).toMatchObject({
      method: 'GET',
      signed: true,
      path: expect.stringContaining('CallSid=CA'),
    })
  })
  it.each([
    ['an answer of 500', { status: 500, body: 'x' }, 11200],
    ['a wrong type', { type: 'application/json', body: '{}' }, 12300],
    ['more than 64 kB', { body: `<Response>${' '.repeat(70_000)}</Response>` }, 11750],
    ['no answer', { fail: 'hang' }, 11200],
    ['a broken connection', { fail: 'reset' }, 11200],
  ] as [string, Answer, number][])('%s is an application error', async (_name, answer, code) => {
    lab.answers.set('/bad', () => answer)
    expect(await play({ url: `${lab.hooks}/bad` })).toMatchObject({ said: [SORRY], error_code: code })
    expect(lab.logged.at(-1)).toMatch(/application error/)
  })
  it('falls back to the FallbackUrl', async () => {
    lab.answers.set('/bad', () => ({ status: 500 }))
    lab.answers.set('/good', () => xml('<Say>saved</Say>'))
    const to = freshPhone()
    await lab.client.calls.create({ to, from, url: `${lab.hooks}/bad`, fallbackUrl: `${lab.hooks}/good` })
    await untilIdle(lab)
    expect((await show(to)).said).toEqual(['saved'])
  })
})
