import { ProductCard } from '@/components/product-card'
import { api } from '@/lib/api'

export default async function HomePage() {
  const [{ data: categories }, { data: products }] = await Promise.all([
    api.categories(),
    api.products({ status: 'ACTIVE', limit: 12 }),
  ])
  return (
    <main>
      <nav>
        {categories.map((category) => (
          <a key={category.id} href={`/?category=${category.slug}`}>
            {category.name}
          </a>
        ))}
      </nav>
      {products.items.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
    </main>
  )
}
