/** The beginning of a reference: the prefix of its call, which admins choose. */
export const REFERENCE_PREFIX = /^[A-Z][A-Z0-9]{1,9}$/;

/** The permanent reference of a contribution: prefix and name of its call, and its number, such as `BPF-2020-007`. */
export const REFERENCE = /^[A-Z][A-Z0-9]{1,9}-[A-Z0-9-]{1,40}-\d{3,9}$/;
