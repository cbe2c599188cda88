/** The forms that `check` can print its report in. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const
export type Format = (typeof FORMATS)[number]
