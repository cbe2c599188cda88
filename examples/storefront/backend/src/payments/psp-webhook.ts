export interface PspWebhookEvent {
  id: string
  type: 'charge.captured' | 'charge.failed'
  data: PspCharge
}

export interface PspCharge {
  payment_reference: string
  amount_cents: number
  failure_reason?: string
  card_brand?: string
}
