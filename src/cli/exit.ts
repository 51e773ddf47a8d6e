/** What the process tells its caller. */
export const exit = { fine: 0, findings: 1, usage: 2, unreadable: 3, corrections: 4, fault: 5 } as const;

/** Wrong usage: one line on stderr, exit 2. */
export class UsageError extends Error {}
