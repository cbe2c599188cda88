import { AddressEntity } from './address.entity'

export class CustomerEntity {
  id: string
  userId: string
  firstName: string
  lastName: string
  phone: string
  dateOfBirth: Date | null
  loyaltyPoints: number
  marketingConsent: boolean
  createdAt: Date
  updatedAt: Date
  addresses?: AddressEntity[]
}
