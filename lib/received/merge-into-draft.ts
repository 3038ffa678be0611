import { findAgreements } from '@/lib/agreements/cells';
import { holdDraft, writeSection } from '@/lib/contributions/drafts/drafts';
import { MAX_POSITIONS, placeOf, sectionKey } from '@/lib/contributions/drafts/steps';
import type { Draft } from '@/lib/contributions/drafts/stored-draft';
import { readValues } from '@/lib/contributions/drafts/values';
import { keepOriginal } from '@/lib/contributions/originals';
import type { OriginalFile } from '@/lib/contributions/originals';
import type { PlacedValue } from '@/lib/intake/placing/read-value';
import { typedSections } from '@/lib/intake/placing/typed-sections';
import type { ConfirmedAnswer } from '@/lib/intake/placing/typed-sections';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import { isRecord } from '@/lib/questions/typed-fields';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { BOTH, FROM_DRAFT, FROM_FILE, initialChoice, keyOf, rowIn, takesBoth } from './differences';
import type { Difference, Side } from './differences';
import { takeHeldFile } from './held-files';
import { rowOf } from './into-draft';
import { sectionKind } from './section-kind';
import { valueAt, withValue } from './typed-values';

/** The sections of a draft while what was confirmed of a file is put into them. */
export class MergedDraft {
  private readonly data = new Map<string, Record<string, unknown>>();

  constructor(private readonly draft: Draft) {}

  /** What it says at a place now. */
  valueAt(place: PlacedAt): PlacedValue | null {
    const key = keyOf(place);
    return key === undefined ? null : valueAt(place, this.section(key, place));
  }

  /** Puts what was chosen into it. Faults: `side_needed` (nothing was chosen), by the field of the form. */
  apply(differences: readonly Difference[], chosen: (field: string) => string): Issue[] {
    return differences.flatMap((difference): Issue[] => {
      const { id, places, file } = difference;
      const choice = chosen(id) || initialChoice(difference);
      if (choice === FROM_FILE)
        for (const place of places) this.set(place, file.find((one) => one.place === place)?.value ?? null);
      else if (choice === BOTH && takesBoth(difference)) this.add(file);
      else if (choice !== FROM_DRAFT) return [{ path: id, code: 'side_needed' }];
      return [];
    });
  }

  /** Puts answers at places where the draft says nothing; rows follow its last one. */
  put(answers: readonly ConfirmedAnswer[]): void {
    const rows = new Map<string, Side[]>();
    for (const { place, value } of answers) {
      const at = rowIn(place.path);
      if (keyOf(place) === undefined) continue;
      const isNewRow = at > 0 && Number(place.path[at]) >= this.lengthOf(place, at);
      if (!isNewRow) this.set(place, value);
      else {
        const name = [keyOf(place), ...place.path.slice(0, at + 1)].join(' ');
        rows.set(name, [...(rows.get(name) ?? []), { place, value }]);
      }
    }
    for (const row of rows.values()) this.add(row);
  }

  /** The sections that are others than they were, as they are stored. */
  changed() {
    return [...this.data].flatMap(([key, data]) => {
      const { step, position } = placeOf(key);
      const stored = this.draft.sections.get(key);
      const kind = sectionKind(step, position !== undefined, this.draft.questionnaire);
      const row = rowOf(key, kind, data);
      const isSame = stored !== undefined && isSameJson(readValues(kind, stored.data), row.data);
      return isSame ? [] : [{ ...row, version: stored?.version ?? 0 }];
    });
  }

  /** A text after the one that is there, or a row after the last one. */
  private add(sides: readonly Side[]): void {
    const [first] = sides;
    if (!first) return;
    const at = rowIn(first.place.path);
    if (at <= 0) {
      for (const { place, value } of sides)
        this.set(place, [this.valueAt(place), value].filter((one) => one !== null).join('\n\n'));
      return;
    }
    const row = String(this.lengthOf(first.place, at));
    for (const { place, value } of sides)
      this.set({ ...place, path: place.path.map((name, index) => (index === at ? row : name)) }, value);
  }

  private lengthOf(place: PlacedAt, at: number): number {
    const list = place.path
      .slice(0, at)
      .reduce<unknown>(
        (inner, name) => (isRecord(inner) ? inner[name] : undefined),
        this.section(keyOf(place) ?? '', place),
      );
    return Array.isArray(list) ? list.length : 0;
  }

  private set(place: PlacedAt, value: PlacedValue | null): void {
    const key = keyOf(place);
    if (key !== undefined) this.data.set(key, withValue(this.section(key, place), place, value));
  }

  private section(key: string, { step, entry }: PlacedAt): Record<string, unknown> {
    const kind = sectionKind(step, entry !== undefined, this.draft.questionnaire);
    return this.data.get(key) ?? (readValues(kind, this.draft.sections.get(key)?.data) as Record<string, unknown>); // fields of a form
  }
}

/**
 * Puts what was confirmed of a held file into the draft that it was made from, and keeps the file with it. `answers` are
 * those of proposals that the file begins; one that the draft has already is not begun twice.
 * Reasons: `held_file_gone`, `held_file_changed` (the draft was saved since the page was shown), `too_large`, and those of
 * `holdDraft`.
 */
export function mergeFile({
  heldId,
  draft,
  merged,
  begun,
  places,
  original,
  now = new Date(),
}: {
  heldId: string;
  draft: Draft;
  merged: MergedDraft;
  begun: readonly ConfirmedAnswer[];
  places: readonly PlacedAt[];
  original: OriginalFile;
  now?: Date;
}): Promise<Result> {
  const contributionId = draft.id;
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    if (!(await takeHeldFile(heldId, tx))) return failure('held_file_gone');
    const rows = [...merged.changed(), ...(await begunProposals(begun, places, draft, tx))];
    for (const { step, data, version } of rows) {
      const count = await writeSection({ contributionId, key: step, expectedVersion: version, data, now }, tx);
      if (count === 0) throw new DomainError(failure('held_file_changed'));
    }
    await keepOriginal({ contributionId, original, now }, tx);
    await audit({
      action: 'contribution.filled_from_file',
      subject: { kind: 'contribution', id: contributionId },
      details: { sections: rows.length },
    });
    return { ok: true as const };
  });
}

async function begunProposals(answers: readonly ConfirmedAnswer[], places: readonly PlacedAt[], draft: Draft, tx: Tx) {
  const { sections } = typedSections(answers, places);
  const versions = await findAgreements(
    sections.flatMap(({ data: { agreement } }) => (typeof agreement === 'string' ? [agreement] : [])),
    tx,
  );
  const present = [...draft.sections].map(([key, { data }]) => [placeOf(key), data] as const);
  const saidIn = (data: unknown) => ({ ...readValues('proposal', data), baseVersion: undefined });
  const last = new Map<string, number>();
  return sections.flatMap(({ step, data }) => {
    const own = present.filter(([place]) => place.step === step && place.position !== undefined);
    if (own.some(([, stored]) => isSameJson(saidIn(stored), saidIn(data)))) return [];
    const position = 1 + (last.get(step) ?? Math.max(0, ...own.map(([place]) => place.position ?? 0)));
    if (position > MAX_POSITIONS) throw new DomainError(failure('too_large'));
    last.set(step, position);
    const baseVersion = versions.get(String(data.agreement))?.version;
    return [{ ...rowOf(sectionKey({ step, position }), 'proposal', { ...data, baseVersion }), version: 0 }];
  });
}
