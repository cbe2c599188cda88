import Link from 'next/link'
import { formatMoney } from '@/lib/format'
import type { Product } from '@/types'

interface ProductCardProps {
  product: Product
  highlighted?: boolean
}

export function ProductCard({ product, highlighted = false }: ProductCardProps) {
  const image = product.images?.[0]
  return (
    <Link href={`/products/${product.slug}`} className={highlighted ? 'card card--highlighted' : 'card'}>
      {image && <img src={image.src} alt={image.altText ?? product.name} />}
      <h3>
        {product.brand} {product.name}
      </h3>
      <p>{formatMoney(product.price, product.currency)}</p>
    </Link>
  )
}
