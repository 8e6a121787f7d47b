/** Gives every file in a zip archive one stated time, so that the same table gives the same bytes. */

const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;

/** @param bytes an archive without comment, as the libraries for Word and Excel make them. */
export function withFixedTimes(bytes: Uint8Array, at: string): Buffer {
  const zip = Buffer.from(bytes);
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== endSignature) throw new Error('Not a plain zip archive');
  const entries = zip.readUInt16LE(end + 10);
  let place = zip.readUInt32LE(end + 16);
  const time = dosTime(new Date(at));
  for (let entry = 0; entry < entries; entry += 1) {
    if (zip.readUInt32LE(place) !== centralSignature) throw new Error('Broken zip directory');
    zip.writeUInt32LE(time, place + 12);
    zip.writeUInt32LE(time, zip.readUInt32LE(place + 42) + 10);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(place + offset));
    place += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
}

/** Date in the upper two bytes, time in the lower two, in steps of two seconds; UTC. */
function dosTime(date: Date): number {
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const seconds =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | seconds) >>> 0;
}
