/**
 * Passwords of the demo: random, and easy to read off a file and type.
 */
import { randomInt } from 'node:crypto'

const WORDS = (
  'acorn amber anchor apple arbor atlas badge basil beacon birch bison bonnet bramble breeze cactus canal canoe carbon ' +
  'cedar cello cliff clover cobalt comet copper coral cotton cricket dahlia delta ember fabric falcon fern flint garnet ' +
  'ginger glacier harbor hazel heron indigo island ivory jasmine juniper kettle lantern lemon linen magnet maple marble ' +
  'meadow nectar orbit otter pebble quartz raven saffron tulip velvet willow'
).split(' ')
const WORDS_PER_PASSWORD = 5

/** Makes a password of five of 64 words: 30 random bits, on a machine that only its owner reaches. */
export function makeDemoPassword(): string {
  return Array.from({ length: WORDS_PER_PASSWORD }, () => WORDS[randomInt(WORDS.length)]!).join('-')
}
