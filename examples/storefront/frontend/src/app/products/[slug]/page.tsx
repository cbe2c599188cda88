import { api } from '@/lib/api'
import { formatMoney } from '@/lib/format'

interface ProductPageProps {
  params: Promise<{ slug: string }>
}

export default async function ProductPage({ params }: ProductPageProps) {
  const { slug } = await params
  const { data: product, error } = await api.product(slug)
  if (error) return <p>{error.message}</p>
  return (
    <article>
      <nav>{product.category?.map(({ name }) => name).join(', ')}</nav>
      <h1>{product.name}</h1>
      <p>{formatMoney(product.price, product.currency)}</p>
      <p>{product.description}</p>
      <p>{product.reviewCount} reviews</p>
      {product.stock === 0 && <p>Sold out</p>}
    </article>
  )
}
