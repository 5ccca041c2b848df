/** Which failures a webhook is tried again for. */
type RetryPolicy = '4xx' | '5xx' | 'ct' | 'rt' | 'all'

/** How one webhook is delivered: retries, and time limits in ms. */
export type Overrides = {
  retries: number
  policies: RetryPolicy[]
  connectMs: number
  readMs: number
  totalMs: number
}

const POLICIES = new Set<string>(['4xx', '5xx', 'ct', 'rt', 'all'])

/**
 * Reads Twilio's connection overrides from a webhook URL's fragment, such as `#rc=3&rp=ct,rt,5xx`. What is missing,
 * unknown or out of range keeps its default (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
 */
export function readOverrides(url: string): Overrides {
  const given = new URLSearchParams(url.split('#')[1] ?? '')
  const between = (key: string, bounds: { least: number; most: number; normal: number }) => {
    const value = Number(given.get(key) ?? bounds.normal)
    return Number.isInteger(value) && value >= bounds.least && value <= bounds.most ? value : bounds.normal
  }
  const policies = (given.get('rp') ?? 'ct')
    .split(',')
    .filter((word): word is RetryPolicy => POLICIES.has(word))
  return {
    retries: between('rc', { least: 0, most: 5, normal: 1 }),
    policies: policies.length > 0 ? policies : ['ct'],
    connectMs: between('ct', { least: 100, most: 10_000, normal: 5_000 }),
    readMs: between('rt', { least: 100, most: 15_000, normal: 15_000 }),
    totalMs: between('tt', { least: 100, most: 15_000, normal: 15_000 }),
  }
}
