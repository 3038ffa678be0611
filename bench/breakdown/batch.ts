/** Names the contributions that the breakdown decides on. */
export const BATCH = 'breakdown';
