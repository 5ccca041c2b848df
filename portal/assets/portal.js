// Makes the pages of the portal quicker where it can. Everything works without it.
const every = (selector, act) => document.querySelectorAll(selector).forEach(act)

/** The server writes times in this zone from the next page on. */
function tellZone() {
  const secure = location.protocol === 'https:'
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  if (!/^[\w+\-/]{1,60}$/.test(timeZone)) return
  document.cookie = `${secure ? '__Host-' : ''}keypad_zone=${timeZone}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Asks the browser for the code of the text (WebOTP). It is only typed in; the person sends it. */
function awaitText(input) {
  if (!('OTPCredential' in window)) return
  const control = new AbortController()
  input.form?.addEventListener('submit', () => control.abort())
  navigator.credentials
    .get({ otp: { transport: ['sms'] }, signal: control.signal })
    .then((otp) => {
      if (otp?.code && input.value === '') input.value = otp.code
    })
    .catch(() => {})
}

/** Shows what becomes of a text or call, and loads the page anew when the login has moved on. */
async function follow(status) {
  const url = new URL(status.dataset.live, location.href)
  status.nextElementSibling?.setAttribute('hidden', '')
  let failures = 0
  while (failures < 5) {
    const startedAt = Date.now()
    const told = await fetch(url, { headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null)
    failures = told ? 0 : failures + 1
    if (told?.moved) return location.replace(location.pathname)
    if (told?.text && told.text !== status.textContent) status.textContent = told.text
    if (told?.version) url.searchParams.set('since', told.version)
    const leastMs = told ? 1_000 : 3_000 * failures
    await new Promise((go) => setTimeout(go, Math.max(0, startedAt + leastMs - Date.now())))
  }
  status.nextElementSibling?.removeAttribute('hidden')
}

/** Copies what an element holds, and says so in the button. */
function copy(button) {
  const [word, done] = button.dataset.words.split('|')
  button.hidden = !navigator.clipboard
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
    button.textContent = done
    setTimeout(() => (button.textContent = word), 3_000)
  })
}

/** Prints the page. */
function offerPrint(button) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

/** Shows and hides a password. */
function toggle(button) {
  const [show, hide] = button.dataset.words.split('|')
  const input = document.getElementById(button.dataset.show)
  const turn = (isShown) => {
    input.type = isShown ? 'text' : 'password'
    button.textContent = isShown ? hide : show
  }
  button.hidden = false
  button.addEventListener('click', () => turn(input.type === 'password'))
  // Password managers, and whoever looks over a shoulder, meet a password field again.
  input.form.addEventListener('submit', () => turn(false))
}

/** A second press on the button is the same press. */
function sendOnce(form) {
  let sentAt = -Infinity
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < 3_000) event.preventDefault()
    else sentAt = Date.now()
  })
}

tellZone()
every('input[autocomplete="one-time-code"]', awaitText)
every('[data-live]', follow)
every('[data-copy]', copy)
every('[data-print]', offerPrint)
every('[data-show]', toggle)
every('form[method="post"]', sendOnce)
// A page that comes back from the browser's memory may belong to somebody who has signed out.
addEventListener('pageshow', (event) => event.persisted && location.reload())
