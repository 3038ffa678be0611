import { headers } from 'next/headers';

/** Whether this request answers a form sent without a script: then the page has to show the typed text again. */
export const wasJustSent = async () => ((await headers()).get('content-type') ?? '').startsWith('multipart/form-data');
