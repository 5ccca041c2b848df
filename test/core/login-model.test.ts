import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUsedUp, listBadOffers, listObjections, listOpen } from './login-judge.ts'
import { move, world } from './login-moves.ts'
import type { Move, Taken } from './login-moves.ts'
import { openRun, stepOf } from './login-world.ts'
import type { Run } from './login-world.ts'

const LENGTH = 40
const sequences = fc.tuple(world, fc.array(move, { minLength: LENGTH, maxLength: LENGTH }))

/** Looks at a login after every move, as long as it is not over, and once when it has just ended. */
type Look = (run: Run, taken: Taken | null) => void

function play(start: Run['world'], moves: Move[], look: Look): void {
  const run = openRun(structuredClone(start))
  look(run, null)
  for (const { run: make } of moves) {
    const { status, state } = structuredClone(run)
    const taken = make(run)
    if (status === 'pending') look(run, taken)
    else expect([run.status, run.state, taken?.isTaken ?? false]).toEqual([status, state, false])
  }
}

const check = (look: Look, numRuns = 1_000) =>
  fc.assert(
    fc.property(sequences, ([start, moves]) => play(start, moves, look)),
    { numRuns },
  )

describe('over random calls and changes of facts, a login', () => {
  it('is done only where the contract lets this person in now', () => {
    const ends: Record<string, number> = {}
    check(({ status, world: w }) => {
      if (status !== 'done') return
      expect(listObjections(w)).toEqual([])
      const how = [w.kind, ...[...w.shown].toSorted()].join(' ')
      ends[how] = (ends[how] ?? 0) + 1
    }, 5_000)
    // Not a test that never gets there: every way in was gone.
    for (const way of ['phone', 'totp', 'pin', 'recovery_code', 'bypass'])
      expect(ends[`login ${way}`], way).toBeGreaterThan(10)
    for (const way of ['registration phone', 'step_up phone', 'step_up totp'])
      expect(ends[way], way).toBeGreaterThan(10)
  })

  it('is changed in nothing by a call that does not fit', () => {
    check((run, taken) => {
      if (!taken || taken.isTaken) return
      const { world: w, state, status } = run
      expect({ world: w, state, status }).toEqual(taken.before)
    })
  })

  it('offers what the policy allows, the person has and this login has not used up, and nothing while locked', () => {
    check((run, taken) => {
      if (run.status === 'pending') expect(listBadOffers(run.world, stepOf(run))).toEqual([])
      if (taken?.event.kind !== 'choose') return
      const offered = taken.step.action === 'choose_factor' ? taken.step.factors : []
      expect(taken.isTaken).toBe(offered.includes(taken.event.factor))
    })
  })

  it('sends codes only by ways that are open', () => {
    let sends = 0
    const begun = new WeakSet<Run>()
    check((run, taken) => {
      const isBeginning = !begun.has(run)
      begun.add(run)
      const { sent } = run.world
      const before = taken?.before.world.sent
      if (!(taken || isBeginning) || !sent || sent.isNew || sent.status !== 'pending') return
      if (before?.status === 'pending' && before.channel === sent.channel && before.to === sent.to) return
      sends++
      expect(listOpen(run.world)).toContain(sent.channel)
      expect(sent.to).toBe(run.world.proven)
    })
    expect(sends).toBeGreaterThan(50)
  })

  it('goes to the other ways after five wrong answers, and to support where there are none', () => {
    const ends: Record<string, number> = {}
    check((run, taken) => {
      const { world: w } = run
      const before = taken?.before.world
      // Where a rule was relaxed meanwhile, nothing was asked for any more.
      if (!before || w.isLocked || listObjections(before).length === 0) return
      const [used] = [...w.wrong].find(([name, wrong]) => wrong === 5 && before.wrong.get(name) !== 5) ?? []
      if (used === undefined || used === 'bypass') return
      const wanted = before.provesNew
        ? afterNewNumber(w)
        : listOpen(w).length > 0
          ? 'choose_factor'
          : 'contact_support'
      expect(stepOf(run).action).toBe(wanted)
      ends[wanted] = (ends[wanted] ?? 0) + 1
    }, 2_000)
    expect(Object.keys(ends).toSorted().slice(0, 2)).toEqual(['choose_factor', 'contact_support'])
  })

  it('comes no nearer to its end by going back, and by skipping only past the number that may wait', () => {
    const seen = { back: 0, skip: 0 }
    check((run, taken) => {
      if (!taken?.isTaken || (taken.event.kind !== 'back' && taken.event.kind !== 'skip')) return
      seen[taken.event.kind]++
      const [before, after] = [listObjections(taken.before.world), listObjections(run.world)]
      const waived = taken.event.kind === 'skip' ? ['new number not asked for'] : []
      expect([...after, ...waived]).toEqual(before)
      if (after.length > 0) expect(run.status).toBe('pending')
    }, 2_000)
    expect(Math.min(seen.back, seen.skip)).toBeGreaterThan(5)
  })
})

/** Nobody is kept out for a number that may wait. */
function afterNewNumber(w: Run['world']): string {
  if (listObjections(w).includes('not registered')) return 'contact_support'
  if (listObjections(w).includes('nothing shown'))
    return listOpen(w).length > 0 ? 'choose_factor' : 'contact_support'
  const mayWait = w.proven !== null && w.rule.numberChange === 'safe' && isUsedUp(w, 'sms')
  return mayWait ? 'provide_phone' : 'contact_support'
}
