/**
 * «Show that it is you»: before a factor changes, another one has to be shown that is at most a few minutes old. The
 * steps are those of a login, and lead back to the page that asked.
 */
import type { Me } from '#client/keypad.ts'
import { FRESH_FACTOR_MS } from '#core/limits.ts'
import { writeButton } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { takeUpLogin } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'

const GOALS = [
  '/profile/phone',
  '/ways-in/app',
  '/ways-in/app/off',
  '/ways-in/pin',
  '/ways-in/recovery-codes',
] as const

/** A page that asks for proof first. */
type Goal = (typeof GOALS)[number]

export const PROVE_ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/profile/prove',
    run: (visit) => withPerson(visit, (person) => prove(visit, person)),
  },
]

/** A change has to be typed in and sent within what is left of the proof's minutes. */
const TYPING_MS = 60_000
const STRONG = new Set(['sms', 'tel', 'otp'])

/**
 * Runs a page, or first asks for proof where Keypad would refuse the change: so nobody types something for nothing. Keypad
 * decides; where it disagrees, `showProof` answers its refusal.
 */
export async function withProof(
  visit: Visit,
  { me, goal }: { me: Me; goal: Goal },
  run: () => Reply | Promise<Reply>,
): Promise<Reply> {
  const isKept = !me.session.enroll_only && isGuarded(me, goal)
  return isKept && rate(me, goal) !== 'enough' ? showProof(visit, me, goal) : run()
}

function isGuarded({ factors, policy, phone }: Me, goal: Goal): boolean {
  const own = { sms: factors.phone, call: factors.phone, totp: factors.totp, pin: factors.pin }
  return (
    policy.factors.some((factor) => own[factor]) ||
    (goal === '/profile/phone' && phone.current_masked !== null)
  )
}

function rate({ session, factors }: Me, goal: Goal): 'enough' | 'old' | 'weak' {
  const isFresh = Date.now() - Date.parse(session.auth_time) < FRESH_FACTOR_MS - TYPING_MS
  const shown = session.amr.filter((word) => word !== 'pwd' && word !== 'mfa')
  if (!isFresh || shown.length === 0) return 'old'
  const isBetterThanPin = goal === '/ways-in/app' && shown.includes('pin') && !factors.phone && !factors.totp
  return isBetterThanPin || shown.some((word) => STRONG.has(word)) ? 'enough' : 'weak'
}

const WORDS = { enough: 'prove.newNumber', old: 'prove.text', weak: 'prove.weak' } as const

/** The page that asks for proof, and says why what was shown so far is not enough. */
export function showProof(visit: Visit, me: Me, goal: Goal): Reply {
  const { say, text, portal } = visit
  const isBound = me.session.enroll_only
  const body = html`<h1>${say('prove.title')}</h1>
    <p>${isBound ? say('prove.again') : say(WORDS[rate(me, goal)], { brand: portal.brand })}</p>
    ${
      isBound
        ? writeButton(visit, { action: '/sign-out', fields: {}, look: 'main' }, say('prove.signIn'))
        : writeButton(
            visit,
            { action: '/profile/prove', fields: { goal }, look: 'main' },
            say('frame.continue'),
          )
    }
    <p><a href="${BASE}${goal.startsWith('/ways-in') ? '/ways-in' : '/profile'}">${say('own.cancel')}</a></p>`
  return show({ title: text('prove.title'), body })
}

async function prove(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const goal = GOALS.find((path) => path === visit.field('goal'))
  if (!goal) return goTo('/profile')
  const answer = await keypad.stepUp({})
  if (answer.ok) return takeUpLogin(visit, answer.data, goal)
  refuseUnexpected(answer.problem)
  return showProof(visit, me, goal)
}
