const rest = 'Copy'
const done = 'Copied'
const doneMilliseconds = 1600

/** Gives every block of code a button that puts its text on the clipboard. */
export function addCopyButtons(): void {
  // Insecure origins have no clipboard; a button that does nothing is worse than none.
  if (!navigator.clipboard) return
  for (const block of document.querySelectorAll<HTMLElement>('figure.code')) block.append(copyButton(block))
}

function copyButton(block: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = rest
  button.setAttribute('aria-live', 'polite')
  let timer: ReturnType<typeof setTimeout> | undefined
  button.addEventListener('click', async () => {
    const text = block.querySelector('code')?.textContent ?? ''
    button.textContent = await navigator.clipboard.writeText(text).then(
      () => done,
      () => 'Select it by hand',
    )
    clearTimeout(timer)
    timer = setTimeout(() => {
      button.textContent = rest
    }, doneMilliseconds)
  })
  return button
}
