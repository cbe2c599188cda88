export function formatMoney(amount: string, currency: string): string {
  return new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(Number(amount))
}

export function formatDate(value: string | Date): string {
  return new Intl.DateTimeFormat('en-IE', { dateStyle: 'medium' }).format(new Date(value))
}
