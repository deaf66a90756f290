import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, decimalNumber, list, wholeNumber } from '../fields.ts'
import { cuisines, diets, occasions } from './choices.ts'
import { courses } from './dishes/dish.ts'
import { planMenu } from './plan-menu.ts'

const input = z.strictObject({
  guests: wholeNumber({ minimum: 1, maximum: 500 }, 'Number of guests'),
  dietary: list(choice(diets, 'A dietary restriction'), diets.length, 'Restrictions that the whole menu keeps').default([]),
  cuisine: choice(cuisines, 'Cuisine of the menu'),
  occasion: choice(occasions, 'What is celebrated'),
  hours: decimalNumber({ minimum: 1, maximum: 12 }, 'Hours from the arrival of the guests to the end'),
})

const item = z.object({
  dish: z.string().min(2).max(80).describe('Name of the dish'),
  description: z.string().min(10).max(200).describe('Main ingredients and preparation, in one sentence'),
  course: z.enum(courses).describe('Place in the menu'),
  startMinute: z.int().min(0).max(720).describe('Minutes from the arrival of the guests to serving'),
  platingOrder: z.int().min(1).describe('1 for the first dish that is plated, then 2 and so on'),
})

const rules = `Rules:
- Dietary restrictions are binding for every dish, garnish, stock and sauce, not only for some guests. Mind what hides: fish sauce and \
anchovy, gelatine, lard, stock, soy sauce (wheat), butter, honey, wine and mirin, nut oils. Halal: no pork and no alcohol, also not in cooking. Kosher: no pork, no \
shellfish, and never meat and dairy within one menu. Several restrictions hold together. "none" means there are none.
- Real dishes that people know or can look up, of the cuisine that is named; "any" leaves the cuisine open, then stay with one style or a clear line.
- No main ingredient carries two dishes. Vary texture, temperature and colour, and let the menu rise to the main and end light or sweet.
- startMinute lies between 0 and the end ({{hours}} hours after the arrival), with pauses long enough to eat and talk; what belongs together on the table \
(a main and its side) begins at the same minute. platingOrder counts 1, 2, 3 without gaps in the order of serving.
- description: main ingredients and how they are cooked, at most 80 characters, in Korean at most 45, no praise.
- An allergy can be dangerous. When you are not sure that a dish keeps a restriction, choose another dish.`

export const menuCuration = defineSuggestion({
  name: 'coocook.menuCuration',
  title: { en: 'A menu for the occasion', ko: '모임에 어울리는 메뉴' },
  summary: 'Composes a menu with courses, timing and plating order that keeps every dietary restriction.',
  input,
  item,
  items: { minimum: 5, maximum: 7 },
  variants: {
    'balanced-arc': {
      summary: 'Composes for the eater: a rising line of flavour over the evening.',
      instructions: `You are a chef who composes menus for private parties.

The party: {{guests}} guests, occasion {{occasion}}, cuisine {{cuisine}}, {{hours}} hours, dietary restrictions: {{dietary}}.

Compose one menu of {{count}} dishes, in the order of serving, for what the guests will taste: a light, sharp beginning that wakes \
the appetite, a centrepiece that suits the occasion, and an end that people talk about. A business meal is calm and easy to eat while talking; \
a birthday or wedding has one dish to celebrate with; a casual meal is for sharing.

${rules}`,
    },
    'home-kitchen': {
      summary: 'Composes for the kitchen: what one cook can serve well from a home kitchen with one oven.',
      instructions: `You plan menus for private chefs who cook in other people's homes: four burners, one oven, one refrigerator, at most one pair of \
extra hands.

The party: {{guests}} guests, occasion {{occasion}}, cuisine {{cuisine}}, {{hours}} hours, dietary restrictions: {{dietary}}.

Plan one menu of {{count}} dishes, in the order of serving, that arrives hot and on time from such a kitchen. At least half of the \
dishes are finished beforehand or served cold; only one needs the oven at any time; nothing must be fried to order for more than eight \
guests; for large parties choose platters and braises over single plates. Let the description say what can be done ahead. Within that, the menu should feel \
made for the occasion, not for convenience.

${rules}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 60 * 60,
  safety: 'low',
  template: planMenu,
  checkItem: ({ startMinute }, { hours }) =>
    startMinute > hours * 60 ? `startMinute ${startMinute} is after the end, ${hours * 60} minutes after the arrival` : undefined,
  example: { guests: 6, dietary: ['vegetarian'], cuisine: 'italian', occasion: 'birthday', hours: 3 },
})
