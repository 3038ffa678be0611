/**
 * What was typed and not saved yet, in the browser's own store, from the key press until the server has it. The server is the
 * truth; this is for the reload, the crash, the closed laptop in between.
 */
export type KeptCopy = {
  /** The version of the step that the text was written on. */
  version: number;
  at: string;
  entries: [name: string, value: string][];
};
export type StoredCopy = KeptCopy & { key: string };

const PREFIX = 'unsaved:';
/** Lines that are a month old are not continued, and must not stay in a shared computer for ever. */
const KEPT_FOR = 30 * 24 * 3_600_000;

const prefixOf = (draftId: string, address = '') => `${PREFIX}${draftId}:${address && `${address}:`}`;

/** Each page that is open keeps its own: two windows on one step never overwrite each other's. */
export const newKey = (draftId: string, address: string) =>
  `${prefixOf(draftId, address)}${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;

export function storeLocalDraft(key: string, copy: KeptCopy): void {
  // Full or forbidden: then there is no second copy, and the page says the same as without one.
  attempt(() => localStorage.setItem(key, JSON.stringify(copy)));
}

export const removeLocalDraft = (key: string) => void attempt(() => localStorage.removeItem(key));

/** The draft was submitted, or this browser is to know nothing of it any more. */
export function forgetDraft(draftId: string): void {
  for (const key of keysWith(prefixOf(draftId))) removeLocalDraft(key);
}

/** The copies of one step, the newest first. Old ones are thrown away on the way. */
export function listLocalDrafts(draftId: string, address: string, now = Date.now()): StoredCopy[] {
  const copies = keysWith(PREFIX).flatMap((key) => {
    const copy = copyAt(key);
    if (copy && now - Date.parse(copy.at) < KEPT_FOR) return [{ ...copy, key }];
    removeLocalDraft(key);
    return [];
  });
  return copies
    .filter(({ key }) => key.startsWith(prefixOf(draftId, address)))
    .sort((one, other) => other.at.localeCompare(one.at));
}

/** The addresses of the steps of a draft of which this browser holds unsaved text. */
export function stepsWithCopies(draftId: string): string[] {
  const keys = keysWith(prefixOf(draftId));
  return [...new Set(keys.map((key) => key.slice(prefixOf(draftId).length, key.lastIndexOf(':'))))].sort();
}

function copyAt(key: string): KeptCopy | null {
  const copy: unknown = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null'));
  return isCopy(copy) ? copy : null;
}

const isCopy = (copy: unknown): copy is KeptCopy =>
  typeof copy === 'object' &&
  copy !== null &&
  'version' in copy &&
  typeof copy.version === 'number' &&
  'at' in copy &&
  typeof copy.at === 'string' &&
  'entries' in copy &&
  Array.isArray(copy.entries);

const keysWith = (prefix: string): string[] =>
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
