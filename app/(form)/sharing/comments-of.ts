import { cache } from 'react';
import { listComments } from '@/lib/contributions/comments';

/** What colleagues say of a contribution, read once for each page. */
export const commentsOf = cache((contributionId: string) => listComments(contributionId));
