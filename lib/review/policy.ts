/** The editor who acts, as every desk door knows them. */
export type Editor = { userId: string; role: 'editor' | 'admin'; organisation: string | null };

/**
 * Decision 9: nobody decides on their own organisation's contribution, admins included. Compared without case, accents,
 * punctuation and words such as "the", so that "The EastWest Institute" is "EastWest Institute".
 */
export function isOwnOrganisation(editor: Pick<Editor, 'organisation'>, affiliation: string | null | undefined): boolean {
  const mine = plainName(editor.organisation);
  return mine !== '' && mine === plainName(affiliation);
}

function plainName(name: string | null | undefined): string {
  return (name ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');
}
