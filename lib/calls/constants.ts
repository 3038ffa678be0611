/** The hidden call that holds the editors' own proposals: neither listed nor edited, and no name for another call. */
export const DESK_CALL = 'desk';
