import { z } from 'zod'

export const addressSchema = z.object({
  label: z.string().max(40).optional(),
  line1: z.string().min(1),
  line2: z.string().optional(),
  city: z.string().min(1),
  postalCode: z.string().min(3).max(12),
  country: z.string().length(2),
  isDefault: z.boolean().default(false),
})

export const productFormSchema = z.object({
  sku: z.string().min(1),
  name: z.string().min(1).max(120),
  description: z.string(),
  price: z.coerce.number().positive(),
  compareAtPrice: z.coerce.number().positive().optional(),
  status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']),
  stock: z.coerce.number().int().min(0),
  tags: z.string(),
  categoryId: z.string(),
})

export const createPaymentSchema = z.object({
  orderId: z.string(),
  method: z.enum(['CARD', 'PAYPAL']),
  amount: z.number().positive(),
})

export const signUpSchema = z
  .object({
    email: z.string().email(),
    name: z.string().min(2),
    password: z.string().min(10),
    confirmPassword: z.string(),
    acceptTerms: z.literal(true),
  })
  .refine((value) => value.password === value.confirmPassword, { path: ['confirmPassword'] })

export type AddressForm = z.infer<typeof addressSchema>
export type ProductForm = z.infer<typeof productFormSchema>
export type CreatePayment = z.infer<typeof createPaymentSchema>
export type SignUp = z.infer<typeof signUpSchema>
