export interface SitePage {
  /** In the navigation; the page's own title is its first heading. */
  label: string
  /** Relative to `docs/`. */
  file: string
  /** The address below `/docs/`; '' for the first page. */
  slug: string
}

export interface SiteGroup {
  title: string
  pages: readonly SitePage[]
}

const task = (label: string, name: string): SitePage => ({ label, file: `embedding/${name}.md`, slug: name })

/** Every page of `/docs`, in the order of the navigation. A page's title is its first heading. */
export const site: readonly SiteGroup[] = [
  {
    title: 'Start',
    pages: [
      { label: 'Overview', file: 'embedding/README.md', slug: '' },
      task('React quick start', 'quick-start-react'),
      task('Script tag', 'script-tag'),
      task('From your backend', 'from-your-backend'),
    ],
  },
  {
    title: 'Build',
    pages: [task('Tokens', 'tokens'), task('Theming', 'theming'), task('Events', 'events'), task('Headless hooks', 'headless')],
  },
  {
    title: 'Release',
    pages: [
      task('Content security policy', 'content-security-policy'),
      task('Privacy and consent', 'privacy'),
      task('Troubleshooting', 'troubleshooting'),
    ],
  },
  {
    title: 'Behind it',
    pages: [
      { label: 'Costs', file: 'SUGGESTION_COSTS.md', slug: 'suggestion-costs' },
      { label: 'Calling it', file: 'CLAUDE_INTEGRATION_API.md', slug: 'integration-api' },
      { label: 'Caching', file: 'CACHING_STRATEGY.md', slug: 'caching' },
      { label: 'Prompts', file: 'PROMPTS_TEMPLATE_GUIDE.md', slug: 'prompts' },
    ],
  },
]

export const sitePages: readonly SitePage[] = site.flatMap(({ pages }) => pages)

/** Where the site is served. */
export const sitePath = '/docs/'
