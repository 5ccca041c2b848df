/** Speaks the captions of calls aloud, in the language that the call names, where the browser has a voice at all. */
const spoken = new Set()
let aloud = false

/** Shows the button that turns speech on and off; off at first, since nobody expects a page to talk. */
export function offerVoice(button) {
  if (!('speechSynthesis' in window)) return
  button.hidden = false
  button.addEventListener('click', () => {
    aloud = !aloud
    button.setAttribute('aria-pressed', String(aloud))
    speechSynthesis.cancel()
  })
}

/** Speaks what was said since the last look. What was said before the button was pressed stays unspoken. */
export function speakNew() {
  for (const caption of document.querySelectorAll('.captions li')) {
    if (spoken.has(caption.id)) continue
    spoken.add(caption.id)
    if (aloud) speak(caption)
  }
}

function speak(caption) {
  const words = new SpeechSynthesisUtterance(caption.textContent.trim())
  words.lang = caption.lang || document.documentElement.lang
  speechSynthesis.speak(words)
}
