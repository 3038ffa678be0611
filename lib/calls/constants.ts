/** The hidden call that holds the editors' own proposals: neither listed nor edited, and no name for another call. */
export const DESK_CALL = 'desk';

/**
 * The standing call: it takes corrections all year, has no closing, and is no edition of a year
 * (docs/decisions/0050). The seed adds it once; no other call can have its name.
 */
export const STANDING_CALL = 'open';
