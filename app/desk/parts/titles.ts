/** The title of a list: its name, its filters, and its page after the first, so that browser tabs differ. */
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
