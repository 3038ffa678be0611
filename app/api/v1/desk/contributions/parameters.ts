import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { MAX_DAYS, ON_BEHALF, QUEUE_LIMIT, QUEUE_SORTS, QUEUE_STATUSES, queueFilter } from '@/lib/review/queue/schema';

export const parameters = queueFilter;

export const words = {
  status: `status is one of: ${QUEUE_STATUSES.join(', ')}.`,
  call: 'call is the name of a call, such as 2020.',
  assignee: 'assignee is the id of an editor, mine, or none.',
  agreement: 'agreement is the slug of an agreement, such as paris-call.',
  criterion: 'criterion is the key of a criterion, such as supply-chain-integrity.',
  conflict: 'conflict is 1, or left out.',
  ready: 'ready is 1, or left out.',
  decided: 'decided is 1, or left out.',
  rivals: 'rivals is 1, or left out.',
  newAgreement: 'newAgreement is 1, or left out.',
  files: 'files is 1, or left out.',
  unanswered: 'unanswered is 1, or left out.',
  late: 'late is 1, or left out.',
  unconfirmed: 'unconfirmed is 1, or left out.',
  scheduled: 'scheduled is 1, or left out.',
  changed: 'changed is 1, or left out.',
  group: `group is one of: ${STAKEHOLDER_GROUPS.join(', ')}.`,
  country: 'country is the code of a country, such as KE.',
  tag: 'tag is a tag that editors have put on contributions.',
  onBehalf: `onBehalf is one of: ${ON_BEHALF.join(', ')}.`,
  olderThan: `olderThan is a number of days from 1 to ${MAX_DAYS}.`,
  q: 'q is a reference or some words, 200 characters at most.',
  sort: `sort is one of: ${QUEUE_SORTS.join(', ')}.`,
  after: 'after is the value of “next” in an earlier answer to the same sort, unchanged.',
  limit: `limit is a whole number from 1 to ${QUEUE_LIMIT}.`,
};
