import { filled, line } from '@/lib/platform/text/typed-text';

/** So many tags a contribution can have. */
export const MAX_TAGS = 12;

/** A word or two by which editors find contributions again, in small letters. */
export const contributionTag = filled(line(40)).transform((text) => text.toLowerCase());
