interface CodeLine {
  /** 1 is the first line. */
  number: number
  text: string
}

/** The lines of a source text as the server numbers them. */
export function linesOf(code: string): CodeLine[] {
  return code.split(/\r\n|\n|\r/).map((text, index) => ({ number: index + 1, text }))
}

/** Lines of code under their numbers. They scroll by themselves where they are many or long, also by the keyboard. */
export function CodeLines({ lines, name }: { lines: readonly CodeLine[]; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="ink-code" dir="ltr" aria-label={name} tabIndex={0}>
      {lines.map(({ number, text }) => (
        <code key={number} data-line={number}>
          {text === '' ? ' ' : text}
        </code>
      ))}
    </section>
  )
}
