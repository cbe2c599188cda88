'use client'

import { useEffect, useState } from 'react'
import { ReviewList } from '@/components/review-list'
import { api } from '@/lib/api'
import type { Review, ReviewStatus } from '@/types'

export default function ReviewsPage() {
  const [reviews, setReviews] = useState<Review[]>([])

  useEffect(() => {
    void api.pendingReviews().then(({ data }) => setReviews(data))
  }, [])

  async function moderate(id: string, status: ReviewStatus) {
    await api.updateReviewStatus(id, { status })
    setReviews((current) => current.filter((review) => review.id !== id))
  }

  return <ReviewList reviews={reviews} onModerate={moderate} />
}
