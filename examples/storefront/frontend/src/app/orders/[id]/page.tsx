import { api } from '@/lib/api'
import { formatDate, formatMoney } from '@/lib/format'

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { data: order } = await api.order(id)
  return (
    <section>
      <h1>Order {order.orderNumber}</h1>
      <p>
        {order.status}
        {order.placedAt && `, placed ${formatDate(order.placedAt)}`}
      </p>
      <ul>
        {order.items?.map((item) => (
          <li key={item.id}>
            {item.quantity} × {item.productName}
          </li>
        ))}
      </ul>
      <p>Total {formatMoney(order.total, order.currency)}</p>
      {order.trackingCode && <p>Tracking: {order.trackingCode}</p>}
    </section>
  )
}
