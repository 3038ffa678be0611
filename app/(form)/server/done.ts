/** The contributor's last action, as the address of the status page names it. */
export const DONE = ['confirmed', 'withdrawn', 'erased', 'dropped', 'asked', 'changed', 'linked'] as const;
export type Done = (typeof DONE)[number];
