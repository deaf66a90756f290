/**
 * Sheets of several products meet on one page: each may bring classes and layouts of its own, and touch the kit's only within them.
 * `products` are style sheets by the product's name.
 */
export function findClassProblems(kit: string, products: Readonly<Record<string, string>>): string[] {
  const ofKit = classesIn(kit)
  const owner = new Map<string, string>()
  const problems: string[] = []
  for (const [product, sheet] of Object.entries(products)) {
    const own = [...classesIn(sheet)].filter((name) => !ofKit.has(name))
    const layouts = [...sheet.matchAll(/\[data-layout="([\w-]+)"\]/g)].map(([, name]) => `[data-layout="${name}"]`)
    for (const name of new Set([...own.map((each) => `.${each}`), ...layouts])) {
      const other = owner.get(name)
      if (other) problems.push(`widgets/${product}: src/styles.css has rules for ${name}, which ${other} has, too`)
      else owner.set(name, product)
    }
    for (const selector of selectorsIn(sheet)) {
      const isOwn = selector.includes('[data-') || own.some((name) => classesIn(selector).has(name))
      if (!isOwn) problems.push(`widgets/${product}: src/styles.css restyles ${selector} in every product; put the layout's name before it`)
    }
  }
  return problems
}

function classesIn(text: string): Set<string> {
  return new Set([...withoutComments(text).matchAll(/\.(ink-[\w-]+)/g)].map(([, name = '']) => name))
}

/** Selectors of rules that say something of the kit's classes; at-rules hold rules and are none. */
function selectorsIn(sheet: string): string[] {
  const preludes = [...withoutComments(sheet).matchAll(/([^{};]+)\{/g)].map(([, prelude = '']) => prelude.trim())
  const selectors = preludes.filter((prelude) => !prelude.startsWith('@')).flatMap(splitList)
  return selectors.filter((selector) => selector.includes('.ink-'))
}

/** At the commas that stand in no parentheses. */
function splitList(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((selector) => selector.trim().replace(/\s+/g, ' '))
}

const withoutComments = (text: string) => text.replace(/\/\*.*?\*\//gs, '')
