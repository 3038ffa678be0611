import { headers } from 'next/headers';

/** Whether the page is made in answer to a form that was just sent without a script: then what was typed has to come back with it. */
export const wasJustSent = async () => ((await headers()).get('content-type') ?? '').startsWith('multipart/form-data');
