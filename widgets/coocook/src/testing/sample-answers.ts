import type { SampleAnswers } from '@inkling/widget-kit/testing/stream-sample'

/** What the server answers for the host page's three questions. */
export const sampleAnswers = {
  'coocook.chefRecommendation': {
    items: [
      {
        chefId: 'chef-17',
        confidence: 0.94,
        reasoning: 'Her vegetarian tasting menus are booked most by parties of six, and she stays well below your budget.',
      },
      {
        chefId: 'chef-29',
        confidence: 0.81,
        reasoning: 'Seasonal Mediterranean plates, all of them vegetarian on request, and the best price of the four.',
      },
      { chefId: 'chef-4', confidence: 0.68, reasoning: 'Fresh pasta made at your table; a vegetarian course list needs a day of notice.' },
      { chefId: 'chef-8', confidence: 0.41, reasoning: 'A relaxed grill evening with vegetable skewers, for guests who like it informal.' },
    ],
  },
  'coocook.menuCuration': {
    items: [
      {
        dish: 'Rosemary focaccia',
        description: 'Warm, with whipped ricotta and olive oil.',
        course: 'appetizer',
        startMinute: 0,
        platingOrder: 1,
      },
      { dish: 'Shaved fennel salad', description: 'Orange, mint and toasted almonds.', course: 'salad', startMinute: 30, platingOrder: 2 },
      {
        dish: 'Wild mushroom risotto',
        description: 'Carnaroli rice, porcini broth, parmesan.',
        course: 'main',
        startMinute: 60,
        platingOrder: 3,
      },
      { dish: 'Grilled radicchio', description: 'Balsamic glaze and walnuts.', course: 'side', startMinute: 60, platingOrder: 4 },
      { dish: 'Olive oil cake', description: 'Candied lemon and mascarpone.', course: 'dessert', startMinute: 120, platingOrder: 5 },
      { dish: 'Espresso', description: 'With amaretti.', course: 'drink', startMinute: 150, platingOrder: 6 },
    ],
  },
  'coocook.reviewTemplate': {
    items: [
      { heading: 'The food', body: 'The truffle risotto was the highlight of the evening: creamy, fragrant and served exactly on time.' },
      { heading: 'The evening', body: 'Everybody at the birthday table felt looked after. You can reach me at [EMAIL_1] for photos.' },
      { heading: 'Would I book again?', body: 'Without a second thought. Next time I would ask for one more course.' },
    ],
    meta: { redactions: [{ placeholder: '[EMAIL_1]', field: 'highlights', start: 12, end: 27 }] },
  },
} satisfies SampleAnswers
