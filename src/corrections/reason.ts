import type { Reason } from '../model/traced.ts';
import type { Correction } from './schema.ts';

/** What the trace keeps of a correction. */
export const reasonOf = ({ reason, by, date, evidence }: Correction): Reason => ({
  reason,
  ...(by !== undefined && { by }),
  ...(date !== undefined && { date }),
  ...(evidence !== undefined && { evidence }),
});
