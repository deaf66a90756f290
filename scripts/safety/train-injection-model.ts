import { createHash } from 'node:crypto'
import { ruleAid, scoreByRules } from '../../packages/safety/src/detect-injection.ts'
import { foldText } from '../../packages/safety/src/normalise-text.ts'
import { composeTexts } from './compose-texts.ts'
import { groupVariants, type InjectionText, readInjectionTexts } from './labelled-texts.ts'
import { createExample, type Example, marginOf, quantise, trainWeights, type Weights } from './train-model.ts'

// Our own texts are many and alike: an error on one counts less. There are half as many harmless ones.
const importance = { labelled: 1, composedAttack: 0.3, composedHarmless: 0.6 }
const folds = 5
/** Of harmless texts that were not trained on, so many may be refused, with what rules refuse. */
const falseAlarms = 0.012

export interface InjectionModel {
  bucketBits: number
  scale: number
  bias: number
  refuseAt: number
  /** Bytes, in base64. */
  weights: string
}

/** The model's file, byte by byte the same for the same texts: the labelled texts' tuning part and those that we compose. */
export function trainInjectionModel(): { file: string; crossValidated: { found: number; falseAlarms: number } } {
  const labelled = readInjectionTexts().tuning
  const examples = labelled.map(({ text, label }) => createExample(foldText(text).text, label === 'attack', importance.labelled))
  const own = composeTexts().map(({ text, label }) =>
    createExample(foldText(text).text, label === 'attack', label === 'attack' ? importance.composedAttack : importance.composedHarmless),
  )
  const rules = labelled.map(({ text }) => scoreByRules(text))
  const margins = crossValidate(labelled, examples, own)
  const refuseAt = chooseThreshold(labelled, margins, rules)
  const weights = quantisedFile(trainWeights([...examples, ...own]), refuseAt)
  const refused = (index: number) => rules[index]! >= 1 || margins[index]! / refuseAt + ruleAid * rules[index]! >= 1
  const shareOf = (label: InjectionText['label']) => {
    const own = [...labelled.keys()].filter((index) => labelled[index]!.label === label)
    return own.filter(refused).length / own.length
  }
  return { file: weights, crossValidated: { found: shareOf('attack'), falseAlarms: shareOf('benign') } }
}

/** What a model says that was trained on the other templates. */
function crossValidate(labelled: readonly InjectionText[], examples: readonly Example[], own: readonly Example[]): number[] {
  const groups = groupVariants(labelled.map(({ text }) => text))
  const foldOf = groups.map((group) => createHash('sha256').update(group).digest()[0]! % folds)
  const margins: number[] = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainWeights([...examples.filter((_, index) => foldOf[index] !== fold), ...own])
    for (const [index, example] of examples.entries()) if (foldOf[index] === fold) margins[index] = marginOf(example, weights)
  }
  return margins
}

/** The lowest threshold at which no more harmless texts are refused than may be. */
function chooseThreshold(labelled: readonly InjectionText[], margins: readonly number[], rules: readonly number[]): number {
  const harmless = [...labelled.keys()].filter((index) => labelled[index]!.label === 'benign')
  // A text is refused where margin / threshold + aid * rules >= 1.
  const refusedBelow = harmless
    .map((index) => (rules[index]! >= 1 ? Number.POSITIVE_INFINITY : margins[index]! / (1 - ruleAid * rules[index]!)))
    .sort((a, b) => b - a)
  const threshold = refusedBelow[Math.floor(falseAlarms * harmless.length)]!
  return Math.ceil(threshold * 1000 + 1) / 1000
}

function quantisedFile(weights: Weights, refuseAt: number): string {
  const { bytes, scale } = quantise(weights)
  const model: InjectionModel = {
    bucketBits: Math.log2(bytes.length),
    scale,
    bias: Math.round(weights.bias * 1e6) / 1e6,
    refuseAt,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
  return `${JSON.stringify(model, undefined, 2)}\n`
}
