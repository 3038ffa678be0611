/** Where editors enter contributions on behalf, and see which of them they have not sent. */
export const ENTRIES_AT_DESK = '/desk/contributions/new';

/** Where an editor goes on with what they entered on behalf: at the desk, once it was sent. */
export const deskOf = ({ reference }: { reference: string | null }): string =>
  reference === null ? ENTRIES_AT_DESK : `/desk/contributions/${reference}`;
