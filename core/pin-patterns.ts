/**
 * What makes a PIN easy to guess: order, repetition, the keypad's shape, words and numbers that many people choose. Each
 * rule reads a PIN of ASCII digits. Sources: DataGenetics (2012); Markert et al., "This PIN Can Be Easily Guessed" (2020).
 */

/** Keys in a line on a phone's keypad, read one way; the other way counts as well. */
const LINES = ['123', '456', '789', '147', '258', '369', '159', '357', '580', '036', '047', '069']
const NEIGHBOURS = ['8', '24', '135', '26', '157', '2468', '359', '48', '5790', '68']
/** The letters a to z as keys. */
const KEY_OF_LETTER = '22233344455566677778889999'
const WORDS =
  'password passwort wachtwoord secret geheim geheimnis welkom welcome qwerty azerty monkey dragon master hello1 ' +
  'doctor dokter health patient hospital clinic family mother father friend lovely iloveyou sunshine summer winter ' +
  'letmein keypad mobile phone1 google samsung iphone amsterdam holland london berlin'
/** Often chosen, and caught by no rule: constants of mathematics, lucky numbers, counting games, turns on the keypad. */
const COMMON =
  '123465 123468 124816 131420 142857 141421 1414213 161803 1618033 235711 235813 1123581 271828 2718281 173205 ' +
  '1732050 577215 662607 299792 299792458 314159 3141592 31415926 3141592653 420690 420666 666420 5201314 8008135 ' +
  '867530 8675309 123400 123412 123420 123444 001234 007123 110022 137913 139713 139739 179317 971397 134679 976431 ' +
  '124578 235689 135246 246135 124680 135789 258025 2580258 147000 258000 369000 159632 786110 357111 124875 248163 ' +
  '131517 975310 911420 247365 365247 525600'

const NUMBERS = new Set([...COMMON.split(' '), ...WORDS.split(' ').map(dial)])

function dial(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => KEY_OF_LETTER[letter.charCodeAt(0) - 97]!)
}

/** A number or a word on the keypad that many people choose. */
export function isCommon(pin: string): boolean {
  return NUMBERS.has(pin)
}

/** At most two different digits, or a block said again and again, the last time perhaps not to its end: 123123, 4747474. */
export function isRepetition(pin: string): boolean {
  if (new Set(pin).size <= 2) return true
  const longest = Math.floor(pin.length / 2)
  for (let period = 1; period <= longest; period++) {
    if (pin.slice(period) === pin.slice(0, -period)) return true
  }
  return false
}

/** The same forwards and backwards: 123321. */
export function isMirrored(pin: string): boolean {
  return pin === Array.from(pin).toReversed().join('')
}

/**
 * Counting up, down or on the spot, 9 and 0 being neighbours: by one step throughout (135791), but for one digit (123458),
 * in pieces of three and more (123789, 111222), or two such rows in turns (112233, 102030, 192837).
 */
export function isInOrder(pin: string): boolean {
  if (new Set(listSteps(pin)).size === 1) return true
  const runs = listRuns(pin)
  const even = pin.replaceAll(/(.)./g, '$1')
  const odd = pin.replaceAll(/.(.?)/g, '$1')
  return (
    Math.max(...runs) >= pin.length - 1 ||
    runs.every((length) => length >= 3) ||
    [even, odd].every((row) => listRuns(row).length === 1)
  )
}

/** From each digit to the next, modulo ten. */
function listSteps(pin: string): number[] {
  return Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10)
}

/** The lengths of the pieces that count up, down or on the spot, from left to right; what is alone counts one. */
function listRuns(pin: string): number[] {
  const runs = [1]
  let last: number | null = null
  for (const step of listSteps(pin)) {
    const goesOn: boolean = (step === 0 || step === 1 || step === 9) && (last === null || last === step)
    if (goesOn) runs[runs.length - 1]!++
    else runs.push(1)
    last = goesOn ? step : null
  }
  return runs
}

/** A way over the keypad: from key to neighbour throughout (147896), or lines of three (159357), with what is left over of one. */
export function isKeypadWalk(pin: string): boolean {
  const keys = Array.from(pin)
  if (keys.slice(1).every((key, index) => NEIGHBOURS[Number(keys[index])]!.includes(key))) return true
  const thirds = pin.match(/.{1,3}/g) ?? []
  return thirds.every((third) =>
    LINES.some((line) => line.startsWith(third) || reverse(line).startsWith(third)),
  )
}

function reverse(line: string): string {
  return Array.from(line).toReversed().join('')
}
