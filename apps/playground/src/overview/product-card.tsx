import type { Product } from './more-products.ts'

interface ProductCardProps {
  product: Product
  words: { kind: string; text: string; open: string }
}

export function ProductCard({ product: { key, name, address, Picture }, words }: ProductCardProps) {
  return (
    <li>
      <a className="product-card" data-product={key} href={address} aria-label={words.open}>
        <div>
          <span>{words.kind}</span>
          <h2>{name}</h2>
          <p>{words.text}</p>
          <b className="open">{words.open} →</b>
        </div>
        <Picture />
      </a>
    </li>
  )
}
