/**
 * A sheet for shadow roots. The cards' custom properties have their first values on the card, where a page that shares the card's tree
 * overrules them; across a shadow root it can do so on the element alone, so there they begin.
 */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const onCard = [...rulesIn(sheet.cssRules)].filter(({ selectorText }) => selectorText === '.ink-root')
  for (const { style } of onCard) {
    for (const name of [...style].filter((property) => property.startsWith('--'))) {
      sheet.insertRule(`:host{${name}:${style.getPropertyValue(name)}}`, sheet.cssRules.length)
      style.removeProperty(name)
    }
  }
  return sheet
}

function* rulesIn(rules: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield rule
    else if (rule instanceof CSSGroupingRule) yield* rulesIn(rule.cssRules)
  }
}
