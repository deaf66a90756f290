import { expect, test } from 'vitest'
import { findClassProblems } from './find-class-problems.ts'

const kit = '.ink-root { color: red } .ink-item { margin: 0 } /* .ink-note is nobody’s */'

test('classes and layouts of its own, and the kit’s within them, are a product’s affair', () => {
  const chefs = `@layer inkling { .ink-chef { top: 0 } .ink-root[data-layout="chefs"] :is(.ink-item, .ink-root) { top: 0 }
    @media (forced-colors: active) { .ink-chef .ink-item { top: 0 } } }`
  expect(findClassProblems(kit, { chefs, posts: '.ink-post, .ink-note { top: 0 } .ink-root[data-layout="week"] { top: 0 }' })).toEqual([])
})

test.each([
  ['a class of another product', '.ink-dots { top: 0 }', 'has rules for .ink-dots, which chefs has, too'],
  ['a layout of another product', '.ink-root[data-layout="path"] { top: 0 }', 'has rules for [data-layout="path"], which chefs has, too'],
  ['a class of the kit alone', '.ink-mine, .ink-item:first-child { top: 0 }', 'restyles .ink-item:first-child in every product'],
])('is refused with %s', (_, posts, problem) => {
  const chefs = '.ink-dots { top: 1px } .ink-root[data-layout="path"] { top: 1px }'
  expect(findClassProblems(kit, { chefs, posts })).toEqual([expect.stringContaining(problem)])
})
