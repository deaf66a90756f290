// A classic script in the head: a module would run after the first frame, which would flash in the other theme.
{
  const read = () => {
    try {
      return localStorage.getItem('inkling-docs-theme')
    } catch {
      return null
    }
  }
  const theme = read()
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
}
