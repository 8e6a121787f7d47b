/** MARC-8: how library systems wrote Latin letters before Unicode (ANSEL, ANSI/NISO Z39.47), accents before their letter. */

/** From 0xa1 on; a blank where the table has none. */
const letters = 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ ʻłøđþæœʺı£ð ơư  °ℓ℗©♯¿¡ß€';
/** From 0xe0 on, in the order of the table. */
const accents = [
  0x309, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30c, 0x30a, 0xfe20, 0xfe21,
  0x315, 0x30b, 0x310, 0x327, 0x328, 0x323, 0x324, 0x325, 0x333, 0x332, 0x326, 0x31c, 0x32e, 0xfe22,
  0xfe23, 0, 0, 0x313,
].map((code) => (code === 0 ? '' : String.fromCharCode(code)));

const letterOf = (byte: number): string => (letters[byte - 0xa1] ?? '').trim();
const accentOf = (byte: number): string => accents[byte - 0xe0] ?? '';
const isAsciiLetter = (byte: number): boolean => /[a-zA-Z]/.test(String.fromCharCode(byte));

/** A leader whose tenth place is blank (`a` means Unicode) and whose eleventh and twelfth count indicators and codes. */
const leader = /^\s*\d{5}[a-z][a-z ]{2}[a-z0-9 ] 22\d{5}.{3}45/;

/** Whether the bytes are a record of MARC-8: nearly all accents make a letter with what follows. */
export function isMarc8(bytes: Uint8Array): boolean {
  if (!leader.test(Buffer.from(bytes.subarray(0, 40)).toString('latin1'))) return false;
  let fitting = 0;
  let high = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0xa1) continue;
    high += 1;
    const next = bytes[at + 1] ?? 0;
    if (letterOf(byte) !== '' || accentOf(next) !== '') fitting += 1;
    else if (accentOf(byte) !== '' && isAsciiLetter(next))
      fitting += Number((String.fromCharCode(next) + accentOf(byte)).normalize('NFC').length === 1);
  }
  return high > 0 && fitting >= 0.8 * high;
}

/** A decoder fed in chunks: an accent may wait for the letter that the next one brings. */
export function marc8Decoder() {
  let waiting = '';
  return {
    write(bytes: Uint8Array): string {
      let text = '';
      for (const byte of bytes) {
        const accent = accentOf(byte);
        if (accent !== '') {
          waiting += accent;
          continue;
        }
        text += (byte < 0xa1 ? String.fromCharCode(byte) : letterOf(byte) || '\ufffd') + waiting;
        waiting = '';
      }
      return text;
    },
    end: (): string => waiting,
  };
}
