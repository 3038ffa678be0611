/** How often an open page says that it is being looked at. */
export const BEAT_SECONDS = 20;

/** Who was not heard of for so long is not looking any more: two beats may get lost on the way. */
export const PRESENT_SECONDS = 60;
