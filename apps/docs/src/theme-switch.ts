const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const names: Record<Theme, string> = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' }

/** One button that goes through the themes; the choice is remembered in this browser. */
export function addThemeSwitch(): void {
  const place = document.querySelector('[data-place="theme"]')
  if (!place) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'theme'
  const show = (theme: Theme) => {
    button.textContent = names[theme]
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
  let theme = themes.find((name) => name === document.documentElement.dataset.theme) ?? 'auto'
  show(theme)
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
    show(theme)
    try {
      localStorage.setItem('inkling-docs-theme', theme)
    } catch {
      // A browser that keeps nothing shows the choice until the page is left.
    }
  })
  place.append(button)
}
