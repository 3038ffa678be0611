import { findView } from '@/app/(site)/frame/find-view';
import { participantViewShape } from '@/lib/publication/participants/view';

export const GET = findView((paths) => paths.participants, participantViewShape);
