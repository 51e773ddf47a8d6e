import { Refusal } from '../../model/refusal.ts';

/** Rejects when time runs out, or the caller gives up; whichever page is being worked on. */
export async function bounded<T>(work: Promise<T>, deadline: number, page: number, signal?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal({ code: 'too-slow', params: { page } })), deadline - Date.now());
    abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
  }
}
