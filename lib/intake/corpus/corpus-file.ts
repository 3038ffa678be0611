import { z } from 'zod';

/** A folder of files with what was written in each: `answers.json` beside them is a list of these. */
export const corpusFile = z.strictObject({
  name: z.string(),
  /** How it was made, and what is odd about it. */
  about: z.string(),
  /** The questionnaire that it is read for, by its name in `readings.ts`. */
  reading: z.enum(['2020', 'after', 'before', 'draft']).default('2020'),
  /** By the tags of their places: what the form stores when the file is understood. */
  answers: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  /** What else was written, and belongs to no place. */
  aside: z.array(z.string()).default([]),
  /** How many pictures it has that belong to no letterhead. */
  /** The reason why it is not read at all. */
  refused: z.string().optional(),
  pictures: z.number().default(0),
  warnings: z.array(z.string()).default([]),
});
export type CorpusFile = z.infer<typeof corpusFile>;
/** What a person means, and where it may be: at one place, or at another one. */
export type Meaning = { tag: string; value: CorpusFile['answers'][string] }[];
/** A file as it is measured. */
export type Expected = Omit<CorpusFile, 'answers'> & {
  meanings: Meaning[];
  /** Answers that are neither missed nor wrong. */ optional: Meaning;
  /** No answer may say this. */ never: string[];
  /** Whether answers are compared to the letter, or by their words. */ isExact: boolean;
};

export type MadeFile = z.input<typeof corpusFile> & { bytes: Buffer };
