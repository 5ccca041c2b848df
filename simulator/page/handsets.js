import { offerVoice, speakNew } from './aloud.js'
import { morph } from './morph.js'

const live = document.getElementById('live')
/** Who has scrolled up by more than this is reading older lines and is left there. */
const near = 80

/** Fetches this page again and takes over what is new; one fetch at a time, and one more if something came meanwhile. */
let state = 'idle'
async function refresh() {
  if (state !== 'idle') {
    state = 'again'
    return
  }
  state = 'busy'
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } })
    if (answer.ok) takeOver(await answer.text())
  } catch {
    live.textContent = 'Not connected'
  }
  const again = state === 'again'
  state = 'idle'
  if (again) await refresh()
}

function takeOver(text) {
  const fresh = new DOMParser().parseFromString(text, 'text/html')
  localTimes(fresh)
  const reading = new Set(logs().filter((log) => log.scrollHeight - log.scrollTop - log.clientHeight > near))
  for (const part of ['.desk', '.numbers']) morph(document.querySelector(part), fresh.querySelector(part))
  for (const log of logs()) if (!reading.has(log)) log.scrollTop = log.scrollHeight
  speakNew()
}

function logs() {
  return [...document.querySelectorAll('.thread, .captions')]
}

/** The server writes UTC; people read their own clock. */
function localTimes(root) {
  const format = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  for (const time of root.querySelectorAll('time')) time.textContent = format.format(new Date(time.dateTime))
}

/** Forms act without leaving the page; without this script they lead back to it. */
function onSubmit(event) {
  if (event.target.method !== 'post') return
  event.preventDefault()
  void submit(event.target, event.submitter)
}

async function submit(form, button) {
  const body = new URLSearchParams(new FormData(form, button))
  await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => {})
  await refresh()
}

/** While a call is talked on, the keys of the keyboard are the keys of the phone, unless one types elsewhere. */
function pressKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return
  if (event.target.closest('input, select, textarea')) return
  const phone = event.target.closest('.phone') ?? document
  const key = [...phone.querySelectorAll('.keypad button')].find((button) => button.value === event.key)
  key?.click()
}

function listen() {
  const stream = new EventSource(new URL('events', import.meta.url))
  stream.addEventListener('change', () => {
    live.textContent = 'Live'
    live.className = 'on'
    void refresh()
  })
  stream.addEventListener('error', () => {
    live.textContent = 'Not connected'
    live.className = ''
  })
}

localTimes(document)
offerVoice(document.getElementById('aloud'))
for (const log of logs()) log.scrollTop = log.scrollHeight
document.addEventListener('submit', onSubmit)
document.addEventListener('keydown', pressKey)
document.documentElement.classList.add('scripted')
listen()
