import { findSigns, type Rule, type Sign } from './rule.ts'

// "Ignore all previous instructions" in other languages: the products speak two, an attacker may choose.
const rules: readonly Rule[] = [
  {
    id: 'de-override',
    weight: 1,
    expression:
      /\b(?:ignorier\w{0,3}|vergiss|vergesst|vergessen sie|missachte\w{0,2})\b[^.!?\n]{0,30}\b(?:anweisung|instruktion|befehl|auftr[aä]g|aufgabe|regel|davor|vorher)/,
  },
  {
    id: 'de-override-above',
    weight: 1,
    expression: /\b(?:obigen|bisherigen|vorherigen|vorangehenden)\b[^.!?\n]{0,40}\b(?:ignorieren|ignoriere|vergessen|hinter sich)\b/,
  },
  {
    id: 'fr-override',
    weight: 1,
    expression:
      /\b(?:oubli(?:e|ez)|ignor(?:e|ez)) (?:toutes?|tous|les|vos|tes|ces)\b[^.!?\n]{0,24}\b(?:instructions|consignes|r[eè]gles|directives)\b/,
  },
  {
    id: 'es-override',
    weight: 1,
    expression: /\b(?:ignor[ae]|olvid[ae]|olvide)\b[^.!?\n]{0,24}\b(?:instrucciones|anteriores|reglas|todo lo anterior|indicaciones)\b/,
  },
  { id: 'pt-override', weight: 1, expression: /\b(?:ignor[ae]|esque[cç]a)\b[^.!?\n]{0,24}\b(?:instru[cç][oõ]es|anteriores|regras)\b/ },
  { id: 'it-override', weight: 1, expression: /\b(?:ignora|dimentica)\b[^.!?\n]{0,24}\b(?:istruzioni|precedenti|regole)\b/ },
  { id: 'hr-override', weight: 1, expression: /\b(?:zaboravi|zanemari)\b[^.!?\n]{0,24}\binstrukcij/ },
  {
    id: 'ja-override',
    weight: 1,
    expression: /(?:以前|上記|これまで|前|すべて)[^。！？\n]{0,12}(?:指示|命令|ルール|内容)?[^。！？\n]{0,4}を?(?:無視して|忘れて)/,
  },
  {
    id: 'zh-override',
    weight: 1,
    expression:
      /(?:忽略|无视|忘记|忘掉|不要理会)[^。！？\n]{0,12}(?:之前|以上|先前|上面|前面|所有)[^。！？\n]{0,8}(?:指令|指示|提示|规则|内容|命令)/,
  },
]

// Folding turns Cyrillic and Greek letters into Latin look-alikes, so these two are matched before it.
const unfoldedRules: readonly Rule[] = [
  {
    id: 'ru-override',
    weight: 1,
    expression: /(?:игнорируй|забудь|проигнорируй)(?:те)?[^.!?\n]{0,30}(?:инструкци|указани|правил|команд)/i,
  },
  {
    id: 'el-override',
    weight: 1,
    expression: /(?:αγνο[ηή]στε|αγν[οό]ησε|ξ[εέ]χασε|ξεχ[αά]στε)[^.!?\n]{0,30}(?:οδηγ[ιί]ες|εντολ[εέ]ς|καν[οό]νες)/i,
  },
]

export function findOtherLanguageSigns(folded: string, cleaned: string): Sign[] {
  return [...findSigns(rules, folded.toLowerCase()), ...(cleaned === folded ? [] : findSigns(unfoldedRules, cleaned))]
}
