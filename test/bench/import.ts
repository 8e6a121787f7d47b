/** `npm run bench -- import [RECORDS ...]`: how fast files are parsed, beside other programs, and in how much memory. */
import { benchParsing } from './import-parse.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const sizes = process.argv.slice(3).map(Number).filter(Boolean);
await benchParsing(print, ...(sizes.length > 0 ? [sizes] : []));
