/**
 * The limited endpoints: how many requests one address range may send, in how many seconds. A whole office or
 * conference can be one range.
 */
export const ENDPOINTS = {
  start: { points: 60, seconds: 3600 },
  submit: { points: 60, seconds: 3600 },
  message: { points: 60, seconds: 3600 },
  /** Private links by mail: from one range, and to one address from all ranges. */
  own_link: { points: 30, seconds: 3600 },
  own_link_mailbox: { points: 10, seconds: 86_400 },
  api: { points: 300, seconds: 3600 },
  link: { points: 120, seconds: 600 },
  upload: { points: 200, seconds: 3600 },
  sign_in: { points: 30, seconds: 3600 },
  /** Links for the same e-mail address, listed or not: from one range, and from all ranges. */
  sign_in_address: { points: 5, seconds: 1800 },
  sign_in_mailbox: { points: 20, seconds: 1800 },
  /** Uses of mailed sign-in links. */
  sign_in_link: { points: 60, seconds: 3600 },
} as const;

export type Endpoint = keyof typeof ENDPOINTS;

/** Public reading without a form: how often one address range may read the API and the files, in how many seconds. */
export const READING = { points: 600, seconds: 60 };

/** For all addresses together: above this number in an hour an endpoint asks for a proof of work. */
export const BUSY = { points: 200, seconds: 3600 };

/** A person takes longer than this from the first step to sending. Programs have an API. */
export const MIN_MILLISECONDS = 3_000;

/** The proof of work: about 128 tries of 5,000 rounds each on average, a second on a laptop and a few on a phone. */
export const PROOF = { algorithm: 'PBKDF2/SHA-256', cost: 5_000, keyPrefix: '00', minutes: 20 };

/** A browser that can't calculate waits instead. */
export const WAIT = { seconds: 10, minutes: 60 };

/** The names of the form fields that belong to the abuse check. */
export const GATE_FIELDS = { trap: 'website', proof: 'altcha', waited: 'waited' } as const;
