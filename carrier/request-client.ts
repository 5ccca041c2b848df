/**
 * The HTTP side of the Twilio client: one time limit over the whole request, no retries, no redirects, no proxy or
 * other setting from the environment, and nothing kept or thrown that holds credentials, a text or a phone number.
 */
import RequestClient from 'twilio/lib/base/RequestClient.js'
import type response from 'twilio/lib/http/response.js'
import { CARRIER_TIME_LIMIT_MS, LOOKUP_TIME_LIMIT_MS } from '#core/limits.ts'
import { openExchange, writeForm } from './exchange.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import { failureOfAnswer, failureOfConnection } from './request-failure.ts'

const API_HOST = 'api.twilio.com'
const LOOKUPS_HOST = 'lookups.twilio.com'

/** Where requests go and how long they may take. `baseUrl` only in tests and the demo: Twilio's stand-in. */
export type RequestClientSettings = { baseUrl?: string | undefined; timeLimitMs?: number | undefined }

/** Twilio's request client as this house wants it; a class because the library asks for one. */
export class CarrierRequestClient extends RequestClient {
  readonly #baseUrl: string | null
  readonly #timeLimitMs: number
  readonly #exchange: Exchange

  constructor(settings: RequestClientSettings = {}) {
    // Of what the library makes here nothing is used; an explicit `ca` keeps it from reading the file that
    // TWILIO_CA_BUNDLE names.
    super({ ca: '' })
    this.#baseUrl = settings.baseUrl === undefined ? null : settings.baseUrl.replace(/\/+$/, '')
    this.#timeLimitMs = settings.timeLimitMs ?? CARRIER_TIME_LIMIT_MS
    this.#exchange = openExchange(this.#timeLimitMs)
  }

  /** Sends one request. Throws only a CarrierFailure, for every answer that is not a readable 2xx. */
  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<response.default<Data>> {
    const answer = await this.#send(options)
    const readable = typeof answer.body === 'object' && answer.body !== null
    if (answer.statusCode >= 200 && answer.statusCode < 300 && readable)
      return answer as response.default<Data>
    throw failureOfAnswer(answer)
  }

  async #send<Data>(options: RequestClient.RequestOptions<Data>): ReturnType<Exchange> {
    try {
      return await this.#exchange(this.#prepare(options))
    } catch (error) {
      throw failureOfConnection(error)
    }
  }

  #prepare<Data>(options: RequestClient.RequestOptions<Data>): Outgoing {
    const { method, username, password, params, data } = options
    const form = data ? writeForm(data) : null
    const headers: Record<string, string> = {
      ...options.headers,
      'Accept-Encoding': 'identity',
      Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      ...(form === null ? {} : { 'Content-Length': String(Buffer.byteLength(form)) }),
    }
    const { url, limitMs } = this.#target(options.uri)
    if (params) url.search = writeForm(params)
    return { url, method: method.toUpperCase(), headers, form, limitMs }
  }

  /** The credentials go to the two hosts that we know, or to the stand-in, and nowhere else. */
  #target(address: string): { url: URL; limitMs: number } {
    const url = new URL(address)
    const known = url.protocol === 'https:' && (url.host === API_HOST || url.host === LOOKUPS_HOST)
    if (!known) throw failureOfConnection({ code: 'ENOTFOUND' })
    const limit = url.host === LOOKUPS_HOST ? LOOKUP_TIME_LIMIT_MS : this.#timeLimitMs
    const target = this.#baseUrl === null ? url : new URL(this.#baseUrl + url.pathname + url.search)
    return { url: target, limitMs: Math.min(limit, this.#timeLimitMs) }
  }
}
