import attacksEnglish from './composed/attacks-en.json' with { type: 'json' }
import attacksKorean from './composed/attacks-ko.json' with { type: 'json' }
import harmless from './composed/harmless.json' with { type: 'json' }

interface Grammar {
  slots: Record<string, string[]>
  templates: string[]
}

export interface ComposedText {
  text: string
  label: 'attack' | 'benign'
}

const perTemplate = 6

/** Texts of our own, made from the templates in `composed/`: always the same ones in the same order. */
export function composeTexts(): ComposedText[] {
  const random = createRandom(20_261_125)
  const write = (grammar: Grammar, label: ComposedText['label']) =>
    grammar.templates.flatMap((template) => Array.from({ length: perTemplate }, () => ({ text: fill(template, grammar, random), label })))
  return [...write(attacksEnglish, 'attack'), ...write(attacksKorean, 'attack'), ...write(harmless, 'benign')]
}

export type Random = () => number

/** Numerical Recipes' linear congruential generator: 0 up to but not 1, the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]!

const slot = /\{([A-Za-z]+)\}/g

function fill(template: string, grammar: Grammar, random: Random): string {
  return template.replace(slot, (whole, name: string) => {
    if (name === 'noise') return composeNoise(random)
    const choices = grammar.slots[name]
    return choices === undefined ? whole : fill(pick(choices, random), grammar, random)
  })
}

const words = 'sure here is title begin poem output json header step table html class write story ok print result plot index format'.split(
  ' ',
)
const syllables = 'ver lum tra qui nes por dal mig esc ten fri oud zan kel rup ist'.split(' ')
const signs = ['!!', '}}', '(:', '"]', '{\\', '-->', '@{', '$$', '*/', '<|', '&&', '::', "'.", '##', '=(', '?>', '[[', '``']

/** What optimised suffixes look like: words, syllables and signs of many languages and formats, glued together at random. */
function composeNoise(random: Random): string {
  let noise = ''
  for (let count = 8 + Math.floor(random() * 14); count > 0; count--) {
    const kind = random()
    if (kind < 0.35) noise += pick(signs, random)
    else if (kind < 0.6) noise += capitalise(pick(words, random), random)
    else noise += capitalise(pick(syllables, random) + pick(syllables, random), random)
    if (random() < 0.55) noise += ' '
  }
  return noise
}

const capitalise = (word: string, random: Random) => (random() < 0.35 ? word.charAt(0).toUpperCase() + word.slice(1) : word)
