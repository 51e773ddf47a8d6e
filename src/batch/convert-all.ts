import type { Conversion, ConvertOptions } from '../convert.ts';
import type { Source } from '../model/document.ts';
import { defaultLimits } from '../read/reader.ts';
import { mapInOrder } from './in-order.ts';
import { inChildren, inThisProcess, killAfter } from './workers.ts';

export interface ConvertAllOptions extends ConvertOptions {
  /**
   * How many child processes convert at once. Without it everything is done in this process, one source after the other. In a child a crash,
   * running out of memory or taking longer than `limits.milliseconds` (and some more) is the refusal of one source.
   */
  readonly jobs?: number;
  /** How many sources are taken before the first of them is given back, which bounds memory; default twice `jobs`. */
  readonly ahead?: number;
}

/** What one source of several came to. */
export interface NamedConversion {
  /** The source's name. */
  readonly source: string;
  readonly conversion: Conversion;
}

/**
 * Converts sources one by one or side by side, and gives what they came to in the order of the sources. Sources may be made as they are
 * asked for (a generator that reads a file, a download, a query): none is taken before there is room for it. What is wrong with a source is its
 * `refusal`; the others go on. No file is touched.
 *
 * Rejects with the signal's reason when `signal` is aborted, and with whatever a generator of sources throws. Leaving the loop early ends what is
 * still worked on, and the child processes.
 *
 * @example
 * for await (const { source, conversion } of convertAll(sources, { jobs: 4 }))
 *   console.log(source, conversion.refusal?.message.en ?? conversion.plans.length);
 */
export async function* convertAll(
  sources: Iterable<Source> | AsyncIterable<Source>,
  { jobs, ahead, signal, ...options }: ConvertAllOptions = {},
): AsyncGenerator<NamedConversion, void, undefined> {
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs > 0))
    throw new RangeError(`jobs: unexpected ${jobs}, expected a positive whole number`);
  const milliseconds = options.limits?.milliseconds ?? defaultLimits.milliseconds;
  const workers = jobs === undefined ? inThisProcess() : inChildren({ jobs, milliseconds: killAfter(milliseconds) });
  try {
    const bounds = { atOnce: workers.jobs, ahead: Math.max(ahead ?? 2 * workers.jobs, workers.jobs), signal };
    yield* mapInOrder(sources, bounds, async (source, stop) => {
      const unit = { source, options: { ...options, format: 'json' as const } };
      return { source: source.name, conversion: await workers.run('source', unit, stop) };
    });
  } finally {
    await workers.close();
  }
}
