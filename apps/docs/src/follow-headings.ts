/** Marks, in the page's own contents, the section that is being read. */
export function followHeadings(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  )
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? [])
  const mark = () => {
    // The last heading above the upper third of the window; before the first one nothing is marked.
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < window.innerHeight / 3)
    for (const [id, link] of links) {
      if (id === current?.id) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  if (headings.length === 0) return
  addEventListener('scroll', mark, { passive: true })
  mark()
}
