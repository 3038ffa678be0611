import { findAgreements, findValues } from './dataset';
import { findContributions, findProjects } from './contributions';
import { findParticipants } from './participants';
import { findProposals } from './proposals';
import { findTexts } from './texts';
import type { FoundRows, SearchPart } from './found';
import type { SearchQuery } from './query';
import type { SearchGroup } from './schema';

/** How each group is searched: the best rows of a part, and how many there are. */
export const FINDERS: Record<SearchGroup, (query: SearchQuery, part: SearchPart) => Promise<FoundRows>> = {
  agreements: findAgreements,
  values: findValues,
  criteria: findTexts('criteria'),
  participants: findParticipants,
  sources: findTexts('sources'),
  contributions: findContributions,
  proposals: findProposals,
  projects: findProjects,
  questions: findTexts('questions'),
  pages: findTexts('pages'),
};
