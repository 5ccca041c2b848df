import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePassword } from '#credentials/judge-password.ts'

const OWN = ['anna.berg@example.com', 'Anna Berg', 'Clinic North']

const judge = (password: string) => judgePassword(password, OWN)

describe('a password', () => {
  test.each([
    'correct horse battery staple',
    'Zonnebloem fietst naar Assen',
    'x7Kp2mQz!r',
    'três gatos à janela',
    'пароль для клиники 7',
    '診察券は机の上にある',
    'a b c d e f g h i j q r x',
  ])('"%s" is accepted', async (password) => {
    expect(await judge(password)).toEqual({ accepted: true })
  })

  test.each([
    ['password', 'most used'],
    ['Password1', 'most used'],
    ['P@ssw0rd', 'most used'],
    ['qwerty123', 'most used'],
    ['iloveyou2', 'most used'],
    ['welkom01', 'most used'],
    ['anna1984', 'own name'],
    ['AnnaBerg', 'own name'],
    ['anna.berg@example.com', 'own name'],
    ['clinicnorth', 'own name'],
    ['abcdefgh', 'in a row'],
    ['aaaaaaaa', 'Repeated'],
    ['bergbergberg', 'Repeated'],
    ['23-05-1984', 'Dates'],
    ['poiuhjkl', 'keyboard'],
  ])('"%s" is refused, and the sentence says why: %s', async (password, why) => {
    const verdict = await judge(password)
    expect(verdict.accepted ? 'accepted' : verdict.reason).toContain(why)
  })

  test.each(['', 'x7Kp2mQ', '🦊🐻🦁🐯🦄🐙🦋'])(
    'of fewer than eight characters ("%s") is refused',
    async (password) => {
      expect(await judge(password)).toMatchObject({ reason: expect.stringContaining('at least 8') })
    },
  )

  test('has at most 128 characters, counted as people count them', async () => {
    const long = Array.from({ length: 32 }, (_, index) => `k${index % 10}🦊z`).join('')
    expect(Array.from(long)).toHaveLength(128)
    expect(await judge(long)).toEqual({ accepted: true })
    expect(await judge(`${long}x`)).toMatchObject({ reason: expect.stringContaining('at most 128') })
    expect(await judge('e\u0301x7Kp2mQ')).toEqual({ accepted: true })
    expect(await judge('e\u0301x7Kp2m')).toMatchObject({ accepted: false })
  })

  test('is never in the sentence, which is one for a person to act on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z0-9]{1,12}$/), async (word) => {
        const verdict = await judgePassword(`${word}XYZ${word}`.slice(0, 14), [word])
        const reason = verdict.accepted ? 'Accepted, no reason.' : verdict.reason
        expect(reason).not.toContain(`${word}XYZ`)
        expect(reason).toMatch(/^[A-Z].{15,140}\.$/)
      }),
      { numRuns: 200 },
    )
  })

  test('that is hostile is judged without holding up the process', async () => {
    const hostile = [
      '1a2b3c4d',
      'p4$$w0rD',
      '1@!4$5|',
      'l1|!i',
      '29051984',
      '1984',
      'ab',
      '4@8({[<36&9!|10$5+7%2',
    ]
    const times: number[] = []
    await judge('warming up')
    for (const piece of hostile) {
      const start = performance.now()
      await judge(piece.repeat(64).slice(0, 128))
      times.push(performance.now() - start)
    }
    expect(Math.max(...times)).toBeLessThan(250)
  })
})
