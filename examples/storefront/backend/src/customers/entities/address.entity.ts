export class AddressEntity {
  id: string
  customerId: string
  label: string | null
  line1: string
  line2: string | null
  city: string
  postalCode: string
  country: string
  isDefault: boolean
}
