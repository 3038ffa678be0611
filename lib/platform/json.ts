/**
 * Whether two JSON values are equal. The order of an object's keys does not count, the order of a list does. As in JSON,
 * a key without a value is absent.
 */
export function isSameJson(one: unknown, other: unknown): boolean {
  const [left, right] = [one ?? null, other ?? null];
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  if (Array.isArray(left) || Array.isArray(right)) return isSameList(left, right);
  const [these, those] = [definedEntries(left), new Map(definedEntries(right))];
  return (
    these.length === those.size && these.every(([key, part]) => those.has(key) && isSameJson(part, those.get(key)))
  );
}

const isSameList = (left: object, right: object) =>
  Array.isArray(left) &&
  Array.isArray(right) &&
  left.length === right.length &&
  left.every((part, at) => isSameJson(part, right[at]));

const definedEntries = (value: object) => Object.entries(value).filter(([, part]) => part !== undefined);
