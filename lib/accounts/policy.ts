/** Who acts at the desk: an editor or admin with a session or a token of their own. */
export type Actor = { userId: string; name: string | null; email: string; role: Role; organisation: string | null };

/** The editor who acts, as the functions of the domain know them. */
export type Editor = {
  userId: string;
  role: Role;
  organisation: string | null;
  email: string;
  /** The token of the program that acts for them, by id. */
  token?: string;
};

type Role = 'editor' | 'admin';

/** What an editor may do. An admin may do all of it, and what `ADMIN` adds. */
const EDITOR = [
  'contribution.read',
  'contribution.enter',
  'contribution.decide',
  'contribution.publish',
  'contribution.erase',
  'contribution.assign',
  'agreement.propose',
  'agreement.retire',
  'approval.answer',
  'audit.read',
  'mail.read',
  'mail.send',
  'people.read',
  'report.write',
  'snippet.manage',
  'source.manage',
  'token.manage_own',
] as const;
const ADMIN = [
  'people.manage',
  'call.manage',
  'rule.manage',
  'criterion.manage',
  'release.create',
  'report.publish',
  'publication.withhold',
  'settings.manage',
] as const;

export type Action = (typeof EDITOR)[number] | (typeof ADMIN)[number];

/**
 * The one table of permissions: role by action. lib/review also refuses what belongs to the editor's own organisation.
 */
const PERMISSIONS: Record<Role, ReadonlySet<Action>> = {
  editor: new Set(EDITOR),
  admin: new Set([...EDITOR, ...ADMIN]),
};

export const can = (actor: Pick<Actor, 'role'>, action: Action) => PERMISSIONS[actor.role].has(action);
