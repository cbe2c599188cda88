import { formatDate } from '@/lib/format'
import type { Review } from '@/types'

interface ReviewListProps {
  reviews: Review[]
  onModerate?: (id: string, status: Review['status']) => void
}

export function ReviewList({ reviews, onModerate }: ReviewListProps) {
  return (
    <ul>
      {reviews.map((review) => (
        <li key={review.id}>
          <strong>{'★'.repeat(review.rating)}</strong> {review.title}
          <p>{review.body}</p>
          <time>{formatDate(review.createdAt)}</time>
          {onModerate && <button onClick={() => onModerate(review.id, 'APPROVED')}>Approve</button>}
        </li>
      ))}
    </ul>
  )
}
