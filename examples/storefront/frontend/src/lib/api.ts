import type {
  ApiResponse,
  Category,
  CreateOrderRequest,
  CreateReviewRequest,
  Order,
  OrderSummary,
  Page,
  Product,
  ProductDetail,
  ProductFilter,
  Review,
  UpdateReviewStatusRequest,
} from '@/types'

export class ApiClient {
  constructor(private readonly baseUrl: string) {}

  products(filter: ProductFilter = {}) {
    const query = new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)]))
    return this.request<Page<Product>>('GET', `/products?${query}`)
  }

  product(slug: string) {
    return this.request<ProductDetail>('GET', `/products/${slug}`)
  }

  categories() {
    return this.request<Category[]>('GET', '/products/categories')
  }

  orders(customerId: string) {
    return this.request<Page<OrderSummary>>('GET', `/orders?customerId=${customerId}`)
  }

  order(id: string) {
    return this.request<Order>('GET', `/orders/${id}`)
  }

  createOrder(body: CreateOrderRequest) {
    return this.request<Order>('POST', '/orders', body)
  }

  createReview(body: CreateReviewRequest) {
    return this.request<Review>('POST', '/reviews', body)
  }

  pendingReviews() {
    return this.request<Review[]>('GET', '/reviews/pending')
  }

  updateReviewStatus(id: string, body: UpdateReviewStatusRequest) {
    return this.request<Review>('PATCH', `/reviews/${id}/status`, body)
  }

  private async request<T>(method: string, path: string, body?: unknown): Promise<ApiResponse<T>> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const json = await response.json()
    return response.ok ? { data: json } : { data: json, error: json }
  }
}

export const api = new ApiClient(process.env.NEXT_PUBLIC_API_URL ?? 'http://localhost:4000/api')
