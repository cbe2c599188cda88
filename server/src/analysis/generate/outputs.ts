/** What can be generated. */
export const OUTPUTS = ['interface', 'dto', 'zod', 'client', 'repository', 'service', 'seed', 'tests'] as const
export type Output = (typeof OUTPUTS)[number]
