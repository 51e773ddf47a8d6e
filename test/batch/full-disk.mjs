// Loaded before the program: a disk that has room for so many bytes.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.ROOM_ON_DISK);
const { writeFile } = fs;
fs.writeFile = async (path, text, ...rest) => {
  left -= Buffer.byteLength(text);
  if (left >= 0) return writeFile(path, text, ...rest);
  await writeFile(path, text.slice(0, text.length / 2), ...rest);
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', path });
};
syncBuiltinESMExports();
