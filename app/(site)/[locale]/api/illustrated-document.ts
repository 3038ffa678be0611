import { unstable_cache } from 'next/cache';
import { EXAMPLE_TAGS } from '@/app/api/v1/document/examples';
import { readIllustrated } from '@/app/api/v1/document/illustrated';

/** The API's description as the API itself gives it. */
export const illustratedDocument = () => unstable_cache(() => readIllustrated(), ['openapi'], { tags: EXAMPLE_TAGS })();
