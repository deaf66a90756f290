export const sampleLanguages = ['javascript', 'python'] as const
export type SampleLanguage = (typeof sampleLanguages)[number]

/** What the code node holds when the page is opened. */
export const codeSamples: Record<SampleLanguage, string> = {
  javascript: `// 0 to 100. Questions: Mara, +1 415 555 0134
const companies = JSON.parse(input.companies)
let score = 0

for (let i = 0; i <= companies.length; i++) {
  if (companies[i].domain == lead.domain) {
    score += companies[i].employees > 50 ? 40 : 15
  }
}

const url = \`\${crm}/leads?mail=\${lead.email}\`
const history = await fetch(url)
if (new Date().getDay() === 6) score -= 10

console.log('scored', lead)
return { ...lead, score, seen: history.ok }`,
  python: `# 0 to 100. Questions: Mara, +1 415 555 0134
companies = json.loads(inputs["companies"])
score = 0

for i in range(len(companies) + 1):
    if companies[i]["domain"] == lead["domain"]:
        score += 40 if companies[i]["employees"] > 50 else 15

history = requests.get(crm + "/leads", params={"mail": lead["email"]})
if datetime.now().weekday() == 5:
    score -= 10

print("scored", lead)
return {**lead, "score": score, "seen": history.ok}`,
}
