import { Portrait } from '../art/portrait.tsx'
import { TablePicture } from '../coocook/art/table-picture.tsx'
import { chefs } from '../coocook/chefs.ts'
import { PreferenceSwitches } from '../preferences/preference-switches.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { moreProducts } from './more-products.ts'
import { ProductCard } from './product-card.tsx'
import { type OverviewWords, overviewWords } from './words.ts'

export function OverviewPage() {
  const preferences = usePreferences()
  const words = overviewWords[preferences.language]
  return (
    <>
      <header className="top">
        <span className="mark">
          <img src="/inkling.svg" alt="" width="32" height="32" />
          Inkling
        </span>
        <PreferenceSwitches preferences={preferences} words={words} />
      </header>
      <main>
        <h1>{words.title}</h1>
        <p className="lead">{words.text}</p>
        <a className="product" href="/coocook/" aria-label={words.coocook.open}>
          <div className="product-words">
            <span>{words.coocook.kind}</span>
            <h2>CooCook</h2>
            <p>{words.coocook.text}</p>
            <b className="open">{words.coocook.open} →</b>
          </div>
          <Sample words={words.coocook} chefName={chefs[0]!.name[preferences.language]} />
        </a>
        <ul className="more-products">
          {moreProducts.map((product) => (
            <ProductCard key={product.name} product={product} words={words.products[product.key]} />
          ))}
        </ul>
        <section aria-labelledby="try-title">
          <h2 id="try-title">{words.tryTitle}</h2>
          <ol className="tries">
            {words.tries.map(([title, text]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <nav aria-labelledby="links-title">
          <h2 id="links-title">{words.linksTitle}</h2>
          <ul className="links">
            {words.links.map(([address, name, text]) => (
              <li key={address}>
                <a href={address}>{name}</a>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </nav>
      </main>
    </>
  )
}

function Sample({ words, chefName }: { words: OverviewWords['coocook']; chefName: string }) {
  return (
    <div className="sample" role="img" aria-label={words.picture}>
      <TablePicture />
      <div className="sample-card" aria-hidden="true">
        <strong>{words.sampleTitle}</strong>
        <small>{words.sampleLabel}</small>
        <div>
          <Portrait looks={chefs[0]!.looks} />
          <span>
            <b>{chefName}</b>
            {words.sample}
          </span>
          <i>{words.choose}</i>
        </div>
      </div>
    </div>
  )
}
