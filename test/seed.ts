import { configureGlobal } from 'fast-check';

// One commit gives one result: laws are tried on the same cases every time. The long tests try others, so that rare cases are still found;
// a case that was found becomes a row of a table.
configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20231127) });
