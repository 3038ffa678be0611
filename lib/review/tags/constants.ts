/** So many tags a contribution can have, and so many characters each. */
export const MAX_TAGS = 12;
export const MAX_TAG = 40;
