/** What search services and registers answer in JSON: OpenAlex, Europe PMC, Cristin, NVA, DataCite, DOAJ, Lens and others. */
import type { Piece } from '../../reference.ts';
import type { Line } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField, type RoleOptions } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import { isObject, type Json, leftOver, takeAt } from './json-paths.ts';
import { type Service, services } from './json-service-list.ts';

const isTold = (item: Json, { told, id, under }: Service): boolean =>
  told.split(' ').some((name) => name in item) &&
  (!id || id.test(String(item.id))) &&
  (!under || isObject(item[under]));

/** Undefined for an item of none of them. */
export function servicePiece(item: Json, lines: Line[]): Piece | undefined {
  const service = services.find((one) => isTold(item, one));
  return service && pieceOfService(item, lines, service);
}

/** An item read by the paths of a service. */
export function pieceOfService(
  item: Json,
  lines: Line[],
  service: Service,
  typeNamed: RoleOptions['typeOf'] = typeOf,
): Piece | undefined {
  const whole: Json = structuredClone(item);
  const inner = service.under ? whole[service.under] : whole;
  if (!isObject(inner)) return undefined;
  const given = service.more?.(inner) ?? [];
  for (const [role, paths] of Object.entries(service.roles))
    for (const path of paths.split(' '))
      given.push(...takeAt(inner, path, role as Role).map(withoutTime));
  return pieceFromRoles(lines, [...given, ...leftOver(whole)], {
    typeOf: typeNamed,
    ...(service.type ? { type: service.type } : {}),
    names: { withoutComma: 'person' },
    keywordSeparator: /$^/,
  });
}

/** Of `2019-05-12T00:00:00` the day says when. */
function withoutTime(field: RoleField): RoleField {
  if (field.role !== 'date') return field;
  return { ...field, value: field.value.replace(/(?<=^\d{4}-\d{2}-\d{2})T.*$/, '') };
}

/** `AcademicArticle`, `ARTICLEJOURNAL`, `DegreePhd`: words for types written together. */
function typeOf(written: string) {
  if (/^Degree|^(?:DR|MASTER|PHD)/i.test(written)) return 'thesis';
  return typeOfWord(written.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
}
