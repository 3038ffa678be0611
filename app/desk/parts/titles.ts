/** The title of a list: what it is, what it is narrowed to, and whether this is its first page. Two tabs are told apart by it. */
export function listTitle(
  name: string,
  narrowed: readonly (string | null | undefined | false)[],
  further = false,
): string {
  const parts = [
    ...narrowed.filter((part): part is string => typeof part === 'string' && part !== ''),
    ...(further ? ['further page'] : []),
  ];
  return parts.length === 0 ? name : `${name}: ${parts.join(', ')}`;
}
