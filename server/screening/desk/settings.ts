/** How a person likes the desk: which key does what, and whether terms are marked. */
import { and, eq, sql } from 'drizzle-orm';
import { personSetting } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { builtOnce, type Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';

export const keyActs = ['include', 'maybe', 'exclude', 'note', 'undo', 'skip', 'marks'] as const;
export type KeyAct = (typeof keyActs)[number];
export type Keys = Record<KeyAct, string>;
export type DeskSettings = { keys: Keys; marks: boolean };

export const usualKeys: Keys = {
  include: 'i',
  maybe: 'm',
  exclude: 'e',
  note: 'n',
  undo: 'u',
  skip: 's',
  marks: 'h',
};
const settingName = 'screening';

export function settingsOf(db: Db, personId: number): DeskSettings {
  const row = ownSettings(db).get({ personId });
  const { marks = true, ...keys } = row?.value ?? {};
  return { keys: { ...usualKeys, ...(keys as Partial<Keys>) }, marks: marks === true };
}

const ownSettings = builtOnce((db) => {
  const { personId, name, value } = personSetting;
  const own = and(eq(personId, sql.placeholder('personId')), eq(name, settingName));
  return db.select({ value }).from(personSetting).where(own).prepare();
});

/** @throws KEY_INVALID, KEY_TWICE beside the field of the key. */
export function saveKeys(context: PersonalContext, keys: Keys): void {
  for (const act of keyActs) {
    // Digits choose criteria.
    if (!/^[\p{L}]$/u.test(keys[act])) throw new AppError('KEY_INVALID', {}, act);
    const other = keyActs.find((one) => one !== act && keys[one] === keys[act]);
    if (other) throw new AppError('KEY_TWICE', { key: keys[act] }, act);
  }
  save(context, { ...keys });
}

export function saveMarks(context: PersonalContext, marks: boolean): void {
  save(context, { marks });
}

function save(context: PersonalContext, change: Record<string, string | boolean>): void {
  inTransaction(context, (tx) => {
    const { personId } = tx.actor;
    const before = settingsOf(tx.db, personId);
    const value = { ...before.keys, marks: before.marks, ...change };
    tx.db
      .insert(personSetting)
      .values({ personId, name: settingName, value })
      .onConflictDoUpdate({ target: [personSetting.personId, personSetting.name], set: { value } })
      .run();
    audit(tx, {
      action: 'settings.changed',
      entity: 'person',
      entityId: personId,
      before: { ...before.keys, marks: before.marks },
      after: value,
    });
  });
}
