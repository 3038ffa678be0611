'use client';

import { useSyncExternalStore } from 'react';
import { parseFormData } from '@/lib/contributions/drafts/form-data';
import { readValues } from '@/lib/contributions/drafts/values';
import type { SectionKind } from '@/lib/contributions/drafts/values';
import { differencesBetween } from './differences';
import { listLocalDrafts, removeLocalDraft } from './local-drafts';
import type { StoredCopy } from './local-drafts';
import type { Difference } from './outcome';

/**
 * Text from this browser that never reached the server, ready for the fields, with its differences from the stored
 * text.
 */
export type Restored = { key: string; at: string; version: number; values: unknown; differences: Difference[] };
type RestoredInput = { draftId: string; address: string; kind: SectionKind; stored: { values: unknown } };

const never = () => () => {};
/** Read once per loaded page: later copies are this page's own. */
const asked = new WeakMap<Document, Map<string, Restored | null>>();

export function useRestored(input: RestoredInput): Restored | null {
  return useSyncExternalStore(
    never,
    () => lookUp(input),
    () => null,
  );
}

function lookUp(input: RestoredInput): Restored | null {
  const answers = asked.get(document) ?? new Map<string, Restored | null>();
  asked.set(document, answers);
  const place = `${input.draftId}:${input.address}`;
  const known = answers.get(place);
  if (known !== undefined) return known;
  const found = newestOf(input);
  answers.set(place, found);
  return found;
}

/** A copy equal to the stored text was saved after all, and only the answer was lost: it can be deleted. */
function newestOf({ draftId, address, kind, stored }: RestoredInput): Restored | null {
  for (const copy of listLocalDrafts(draftId, address)) {
    const values = valuesOf(copy, kind);
    const differences = differencesBetween(values, stored.values);
    if (differences.length > 0) return { key: copy.key, at: copy.at, version: copy.version, values, differences };
    removeLocalDraft(copy.key);
  }
  return null;
}

function valuesOf({ entries }: StoredCopy, kind: SectionKind): unknown {
  const parsed = parseFormData(entries);
  return readValues(kind, parsed.ok ? parsed.values : {});
}
