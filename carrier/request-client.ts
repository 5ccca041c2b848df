/**
 * The HTTP side of the Twilio client: one time limit over the whole request, no retries, no redirects, no proxy or
 * other setting from the environment, and nothing kept or thrown that holds credentials, a text or a phone number.
 */
import http from 'node:http'
import https from 'node:https'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import type response from 'twilio/lib/http/response.js'
import { CARRIER_TIME_LIMIT_MS, LOOKUP_TIME_LIMIT_MS } from '#core/limits.ts'
import { failureOfAnswer, failureOfConnection } from './request-failure.ts'

/** More than any worker's concurrency, so that no request waits for a socket while its time limit runs. */
const MAX_SOCKETS = 100
const API_HOST = 'api.twilio.com'
const LOOKUPS_HOST = 'lookups.twilio.com'

/** Where requests go and how long they may take. `baseUrl` only in tests and the demo: Twilio's stand-in. */
export type RequestClientSettings = { baseUrl?: string | undefined; timeLimitMs?: number | undefined }

/** Twilio's request client as this house wants it; a class because the library asks for one. */
export class CarrierRequestClient extends RequestClient {
  readonly #baseUrl: string | null
  readonly #timeLimitMs: number

  constructor(settings: RequestClientSettings = {}) {
    const timeout = settings.timeLimitMs ?? CARRIER_TIME_LIMIT_MS
    // An explicit `ca` keeps the library from reading the file that TWILIO_CA_BUNDLE names; the agent is replaced below.
    super({ timeout, autoRetry: false, keepAlive: true, ca: '' })
    this.#baseUrl = settings.baseUrl === undefined ? null : settings.baseUrl.replace(/\/+$/, '')
    this.#timeLimitMs = timeout
    const agent = { keepAlive: true, maxSockets: MAX_SOCKETS, maxTotalSockets: MAX_SOCKETS, timeout }
    // Replaced because the library's own agent follows HTTP_PROXY and then forgets its time limit.
    this.axios.defaults.httpsAgent = new https.Agent(agent)
    this.axios.defaults.httpAgent = new http.Agent(agent)
    this.#limitWholeRequests()
    forgetful(this, 'lastRequest')
    forgetful(this, 'lastResponse')
  }

  /** Sends one request. Throws only a CarrierFailure, for every answer that is not a readable 2xx. */
  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<response.default<Data>> {
    const answer = await this.#send(options)
    const readable = typeof answer.body === 'object' && answer.body !== null
    if (answer.statusCode >= 200 && answer.statusCode < 300 && readable) return answer
    throw failureOfAnswer(answer)
  }

  async #send<Data>(options: RequestClient.RequestOptions<Data>): Promise<response.default<Data>> {
    try {
      const target = this.#target(options.uri)
      return await super.request({ ...options, ...target, allowRedirects: false, logLevel: 'none' })
    } catch (error) {
      throw failureOfConnection(error)
    }
  }

  /** The credentials go to the two hosts that we know, or to the stand-in, and nowhere else. */
  #target(address: string): { uri: string; timeout: number } {
    const url = new URL(address)
    const known = url.protocol === 'https:' && (url.host === API_HOST || url.host === LOOKUPS_HOST)
    if (!known) throw failureOfConnection({ code: 'ENOTFOUND' })
    const uri = this.#baseUrl === null ? address : this.#baseUrl + url.pathname + url.search
    const limit = url.host === LOOKUPS_HOST ? LOOKUP_TIME_LIMIT_MS : this.#timeLimitMs
    return { uri, timeout: Math.min(limit, this.#timeLimitMs) }
  }

  /** A socket's time-out starts again with every byte; this limit does not, so a dripping answer ends as well. */
  #limitWholeRequests(): void {
    this.axios.interceptors.request.use((config) => {
      config.signal = AbortSignal.timeout(config.timeout ?? this.#timeLimitMs)
      return config
    })
  }
}

/** The library keeps the last request with its Authorization header and body; here the field stays empty. */
function forgetful(client: RequestClient, field: 'lastRequest' | 'lastResponse'): void {
  Object.defineProperty(client, field, { get: () => undefined, set: () => {}, enumerable: false })
}
