// Preloaded, makes a run behave as on a machine where pdf.js's optional canvas is not installed.
const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  if (request === '@napi-rs/canvas')
    throw Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND' });
  return resolve(request, ...rest);
};
