/**
 * A copy of unsaved text in the browser's storage, from the key press until the server has it. The server's version
 * counts; the copy helps after a reload, a crash or a closed laptop.
 */
export type KeptCopy = {
  /** The version of the step that the text is based on. */
  version: number;
  at: string;
  entries: [name: string, value: string][];
};
export type StoredCopy = KeptCopy & { key: string };

const PREFIX = 'unsaved:';
/** Copies older than a month are deleted: they must not stay on a shared computer forever. */
const KEPT_FOR = 30 * 24 * 3_600_000;

const prefixOf = (draftId: string, address = '') => `${PREFIX}${draftId}:${address && `${address}:`}`;

/** Each open page has its own copy, so two windows with the same step never overwrite each other. */
export const newKey = (draftId: string, address: string) =>
  `${prefixOf(draftId, address)}${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;

export function storeLocalDraft(key: string, copy: KeptCopy): void {
  // Storage is full or forbidden: then there is no second copy, and the page looks the same.
  attempt(() => localStorage.setItem(key, JSON.stringify(copy)));
}

export const removeLocalDraft = (key: string) => void attempt(() => localStorage.removeItem(key));

/** Deletes all copies of a draft: it was submitted, or its link was removed from this browser. */
export function forgetDraft(draftId: string): void {
  for (const key of keysWith(prefixOf(draftId))) removeLocalDraft(key);
}

/** The copies of one step, the newest first. Also deletes old copies. */
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

/** The addresses of a draft's steps for which this browser has unsaved text. */
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
