import { findView } from '@/app/(site)/frame/find-view';
import { projectViewShape } from '@/lib/publication/projects';

export const GET = findView((paths) => paths.projects, projectViewShape);
