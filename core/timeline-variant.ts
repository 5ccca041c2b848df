/** Which of several things an event of one kind stands for. */
import type { SupportEvent } from './support-facts.ts'
import type { EntryVariant } from './support-language.ts'

type Choose = (data: Record<string, unknown>, event: SupportEvent) => EntryVariant | null

const MEANT: Record<string, EntryVariant> = {
  denied: 'key_pressed.denied',
  wrong: 'key_pressed.wrong',
  too_many_wrong: 'key_pressed.too_many_wrong',
  say_code: 'key_pressed.say_code',
  confirmed: 'key_pressed.confirmed',
}

const CHOICES = new Map<string, Choose>(
  Object.entries({
    code_tried: ({ right }, { channel }) => {
      if (channel === 'call') return right === true ? 'code_tried.right_key' : 'code_tried.wrong_key'
      return right === true ? 'code_tried.right' : null
    },
    key_pressed: ({ meant }) => {
      const known = String(meant)
      return (Object.hasOwn(MEANT, known) && MEANT[known]) || null
    },
    canceled: ({ cause }) => {
      if (cause === 'superseded') return 'canceled.superseded'
      return cause === 'account' ? 'canceled.account' : null
    },
    locked: ({ reason, until }) => {
      if (reason === undefined) return null
      return reason === 'too_many_wrong' && typeof until === 'string' ? 'locked.short' : 'locked.for_support'
    },
    login_started: ({ kind }) => {
      if (kind === 'registration') return 'login_started.registration'
      return kind === 'step_up' ? 'login_started.step_up' : null
    },
    login_finished: ({ enrollOnly }) => (enrollOnly === true ? 'login_finished.to_set_up' : null),
    factor_tried: ({ right }) => (right === true ? 'factor_tried.right' : null),
    bypass_issued: ({ kind }) => (kind === 'open' ? 'bypass_issued.open' : null),
    unblocked: ({ limit }) => (limit === 'number' ? 'unblocked.number' : null),
    policy_changed: ({ after }) => (isRequired(after) ? 'policy_changed.required' : null),
    send_queued: (_data, { channel }) => (channel === 'call' ? 'send_queued.call' : null),
    carrier_accepted: (_data, { channel }) => (channel === 'call' ? 'carrier_accepted.call' : null),
  } satisfies Record<string, Choose>),
)

function isRequired(rule: unknown): boolean {
  return typeof rule === 'object' && rule !== null && 'required' in rule && rule.required === true
}

/** Chooses the variant. Null: the words of the kind itself fit. */
export function variantOf(event: SupportEvent): EntryVariant | null {
  const { kind, data } = event
  const isNotice = data?.['notice'] !== undefined
  if (isNotice && kind === 'carrier_accepted') return 'notice_sent'
  if (isNotice && kind === 'delivered') return 'notice_delivered'
  return CHOICES.get(kind)?.(data ?? {}, event) ?? null
}
