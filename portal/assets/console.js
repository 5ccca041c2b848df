// Keys for staff who work without a mouse: / goes to the search, g and a letter to a page. Everything works without them.
const isTyping = ({ target }) => target.closest('input, select, textarea, [contenteditable]') !== null
const keys = () => localStorage.getItem('keypad_keys') !== 'off'
let pressedGAt = -Infinity

addEventListener('keydown', (event) => {
  if (!keys() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  if (event.key === '/') {
    event.preventDefault()
    const box = document.getElementById('q')
    if (box) box.focus()
    else document.querySelector('[data-key="s"]')?.click()
    return
  }
  if (event.key === 'g') {
    pressedGAt = event.timeStamp
    return
  }
  if (event.timeStamp - pressedGAt > 1_500 || !/^[a-z]$/.test(event.key)) return
  pressedGAt = -Infinity
  document.querySelector(`[data-key="${event.key}"]`)?.click()
})

// Who speaks to their computer may set keys off by talking, so they can be turned off.
const button = document.querySelector('[data-keys]')
const [turnOff, turnOn] = button.dataset.words.split('|')
const name = () => (button.textContent = keys() ? turnOff : turnOn)
button.hidden = false
button.addEventListener('click', () => {
  localStorage.setItem('keypad_keys', keys() ? 'off' : 'on')
  name()
})
name()
