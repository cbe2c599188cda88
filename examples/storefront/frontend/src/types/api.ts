export interface ApiResponse<T> {
  data: T
  error?: ApiError
}

export interface ApiError {
  statusCode: number
  message: string
}

export interface Page<T> {
  items: T[]
  total: number
  page: number
  limit: number
}
