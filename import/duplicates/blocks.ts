/** Which records share a key: a hash table in typed arrays, since a set of a million records has ten million keys. */

export type Blocks = {
  add(key: number, index: number): void;
  /** The records under a key, the latest first, at most so many. */
  latest(key: number, most: number): Iterable<number>;
};

const none = -1;
const slotsFirst = 1 << 12;

/** Keys are whole numbers of at most 53 bits, spread evenly. */
export function createBlocks(): Blocks {
  let table = emptyTable(slotsFirst);
  let keyCount = 0;
  // Each entry is a record and the entry before it under the same key.
  let records = new Int32Array(slotsFirst);
  let before = new Int32Array(slotsFirst);
  let entryCount = 0;
  return {
    add(key, index) {
      if (4 * keyCount >= 3 * table.keys.length) table = grown(table);
      if (entryCount === records.length) [records, before] = [longer(records), longer(before)];
      const slot = slotOf(table, key);
      if (table.last[slot] === none) keyCount += 1;
      table.keys[slot] = key;
      records[entryCount] = index;
      before[entryCount] = table.last[slot] ?? none;
      table.last[slot] = entryCount;
      entryCount += 1;
    },
    *latest(key, most) {
      let entry = table.last[slotOf(table, key)] ?? none;
      for (let count = 0; entry !== none && count < most; count += 1) {
        yield records[entry] ?? 0;
        entry = before[entry] ?? none;
      }
    },
  };
}

/** `last` is the newest entry under the key of a slot. */
type Table = { keys: Float64Array; last: Numbers };
type Numbers = Int32Array<ArrayBuffer>;

function emptyTable(slots: number): Table {
  return { keys: new Float64Array(slots), last: new Int32Array(slots).fill(none) };
}

/** Where a key stands, or the free place where it would; never more than three of four are taken. */
function slotOf({ keys, last }: Table, key: number): number {
  const mask = keys.length - 1;
  let slot = (key >>> 0) & mask;
  while (last[slot] !== none && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

function grown(old: Table): Table {
  const table = emptyTable(2 * old.keys.length);
  for (const [slot, last] of old.last.entries()) {
    if (last === none) continue;
    const key = old.keys[slot] ?? 0;
    const place = slotOf(table, key);
    table.keys[place] = key;
    table.last[place] = last;
  }
  return table;
}

function longer(old: Numbers): Numbers {
  const numbers = new Int32Array(2 * old.length);
  numbers.set(old);
  return numbers;
}
