import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from './generated.ts';

test.each(generatedFiles().map(({ path, text }) => [basename(path), path, text] as const))(
  '%s is as the code makes it (npm run generate)',
  (_, path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);
