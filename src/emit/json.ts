/** JSON as the canonical form writes it: 2 spaces, LF, final newline, numbers in shortest form. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
