import { filled, line } from '@/lib/platform/text/typed-text';
import { MAX_TAG } from './constants';

/** A word or two by which editors find contributions again, in small letters. */
export const contributionTag = filled(line(MAX_TAG)).transform((text) => text.toLowerCase());
