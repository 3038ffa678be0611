import { unstable_cache } from 'next/cache';
import { EXAMPLE_TAGS } from '@/app/api/v1/document/examples';
import { readIllustrated } from '@/app/api/v1/document/illustrated';

/** The API's description, the same that the API itself returns. */
export const illustratedDocument = () => unstable_cache(() => readIllustrated(), ['openapi'], { tags: EXAMPLE_TAGS })();
