// Writes what is made from the code: the JSON Schemas and the README's tables.
import { writeFileSync } from 'node:fs';
import { generatedFiles } from './generated.ts';

for (const { path, text } of generatedFiles()) writeFileSync(path, text);
