import { z } from 'zod';
import { callSlug } from '@/lib/calls/schema';
import { filled, line, text } from '@/lib/platform/text/typed-text';

const MAX_SECTIONS = 40;

/** One section of what the editors write: Markdown with citations and counts (`placeholders.ts`). */
const synthesisSection = z.strictObject({ title: filled(line(200)), text: filled(text(40_000)) });
export const synthesis = z.array(synthesisSection).max(MAX_SECTIONS, 'too_many');
export type Synthesis = z.infer<typeof synthesis>;

const typedSection = z.strictObject({
  title: line(200),
  text: text(40_000),
  /** Sections go by this number, equal ones as they were typed. */
  place: z.coerce.number().int().min(0).max(999).catch(999),
});

/** The sections as they are typed: an empty row is none, and half a section is a fault. */
const typedSections = z
  .array(typedSection)
  .max(MAX_SECTIONS + 10, 'too_many')
  .superRefine((rows, context) => {
    rows.forEach(({ title, text: written }, at) => {
      if ((title === '') === (written === '')) return;
      const path = [at, title === '' ? 'title' : 'text'];
      context.addIssue({ code: 'custom', message: 'required', path });
    });
  })
  .transform((rows): Synthesis =>
    rows
      .filter(({ title }) => title !== '')
      .toSorted((one, other) => one.place - other.place)
      .map(({ title, text: written }) => ({ title, text: written })),
  )
  .pipe(synthesis);

/**
 * What an editor sends: the sections, and the version of the text that they began from (0: none). `over` is the newer
 * version that they have seen since and write on top of; it stays as it is.
 */
export const synthesisInput = z
  .strictObject({
    call: callSlug,
    sections: typedSections,
    note: line(300),
    base: z.coerce.number().int().min(0),
    over: z.coerce.number().int().min(0).optional(),
  })
  .transform(({ base, over, ...input }) => ({ ...input, base: over ?? base }));
export type SynthesisInput = z.infer<typeof synthesisInput>;
