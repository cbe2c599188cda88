export interface Customer {
  id: string
  userId: string
  firstName: string
  lastName: string
  phoneNumber: string
  dateOfBirth: string | null
  loyaltyPoints: number
  marketingConsent: boolean
  createdAt: string
  updatedAt: string
  addresses?: Address[]
}

export interface Address {
  id: string
  customerId: string
  label: string | null
  line1: string
  line2: string | null
  city: string
  zipCode: string
  isDefault: boolean
}

export type PublicCustomer = Omit<Customer, 'userId' | 'phoneNumber' | 'birthday' | 'addresses'>

export interface CreateAddressRequest {
  label?: string
  line1: string
  line2?: string
  city: string
  postalCode: string
  country: string
  isDefault?: boolean
}

export interface UpdateCustomerRequest {
  firstName?: string
  lastName?: string
  phone?: string
  marketingConsent?: boolean
}
