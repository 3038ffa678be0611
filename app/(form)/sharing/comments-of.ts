import { cache } from 'react';
import { listComments } from '@/lib/contributions/comments';

/** The comments on a contribution, read once per page. */
export const commentsOf = cache((contributionId: string) => listComments(contributionId));
