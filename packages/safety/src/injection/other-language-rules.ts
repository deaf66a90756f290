import type { SearchedText } from '../search/searched-text.ts'
import { TextOutline } from '../search/text-outline.ts'
import { findGuardedSigns, findSigns, guardRules, type Rule, type Sign } from './rule.ts'

// "Ignore all previous instructions" in other languages: the products speak two, an attacker may choose.
const foldedRules: readonly Rule[] = [
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
    id: 'de-forget-all',
    weight: 1,
    expression:
      /\b(?:vergiss|vergesst|vergessen sie|ignoriere|ignorieren sie) (?:alles|alle|bitte alle|sämtliche)\b|\b(?:aus dem kopf|aus dem gedächtnis) zu (?:streichen|löschen)\b|\b(?:abweichend|entgegen) zu (?:den )?(?:vorherigen|bisherigen) (?:instruktion|anweisung)/,
  },
  {
    id: 'de-reveal',
    weight: 1,
    expression:
      /\b(?:zeig|zeige|zeigen sie|drucke|drucken sie|nenne|nennen sie|vorzeigen)\b[^.!?\n]{0,40}\b(?:prompt[ -]?texte?|systemprompt|eingabeaufforderung|anweisungen)\b|\bdrucken sie[^.!?\n]{0,24}\bobigen?\b/,
  },
  {
    id: 'password-abroad',
    weight: 1,
    expression:
      /\b(?:ihr|dein|ihrem?|deinem?) passwort\b|\b(?:votre|ton) mot de passe\b|\b(?:su|tu) contrase(?:ñ|n)a\b|\b(?:sua|tua) (?:senha|palavra-passe)\b|\b(?:tua|sua|vostra) password\b|\b(?:kata sandi|password) (?:anda|kamu)\b|m(?:ậ|a)t kh(?:ẩ|a)u c(?:ủ|u)a b(?:ạ|a)n|密码是什么|你的密码|パス ?ワードは(?:何|なん)|パスワードを教え|पासवर्ड क्या|পাসওয়ার্ড কি|كلمة (?:المرور|السر) (?:الخاصة|لل|هي)|\bşifren(?:iz)? ne\b/,
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
    id: 'ru-password',
    weight: 1,
    expression: /(?:тво[йя]|ваш|тебя|вас|системы?)\s?парол|како[йв]\s[^.!?\n]{0,16}парол/i,
  },
  {
    id: 'el-override',
    weight: 1,
    expression: /(?:αγνο[ηή]στε|αγν[οό]ησε|ξ[εέ]χασε|ξεχ[αά]στε)[^.!?\n]{0,30}(?:οδηγ[ιί]ες|εντολ[εέ]ς|καν[οό]νες)/i,
  },
]

const rules = guardRules(foldedRules)

export function findOtherLanguageSigns({ text, lower, outline }: SearchedText, cleaned: string): Sign[] {
  const lowered = text.toLowerCase()
  return [
    ...findGuardedSigns(rules, lowered, lowered === lower ? outline : new TextOutline(lowered, lowered)),
    ...(cleaned === text ? [] : findSigns(unfoldedRules, cleaned)),
  ]
}
