/** Who acts at the desk: a person with a session or a token of their own. */
export type Actor = { userId: string; name: string | null; email: string; role: Role; organisation: string | null };

/** The person who acts, as the functions of the domain know them. */
export type Editor = {
  userId: string;
  role: Role;
  organisation: string | null;
  email: string;
  /** The token of the program that acts for them, by id. */
  token?: string;
};

/** The roles of the desk, from the one that may do least. */
export const ROLES = ['observer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What an observer may do: read everything but contact details, and write internal notes. */
const OBSERVER = [
  'account.manage_own',
  'contribution.read',
  'dataset.read',
  'note.write',
  'approval.read',
  'report.read',
  'audit.read',
  'people.read',
] as const;
/** What `EDITOR` adds. */
const EDITOR = [
  'contact.read',
  'contribution.enter',
  'contribution.decide',
  'contribution.publish',
  'contribution.redact',
  'contribution.erase',
  'contribution.assign',
  'agreement.propose',
  'agreement.retire',
  'approval.answer',
  'mail.read',
  'mail.send',
  'report.write',
  'snippet.manage',
  'source.manage',
  'token.manage_own',
] as const;
/** What `ADMIN` adds. */
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

export type Action = (typeof OBSERVER)[number] | (typeof EDITOR)[number] | (typeof ADMIN)[number];
export const ACTIONS: readonly Action[] = [...OBSERVER, ...EDITOR, ...ADMIN];

/**
 * The one table of permissions: role by action. docs/ROLES.md shows it with every door that asks for it, and tests hold
 * both against the running desk. lib/review also refuses what belongs to the editor's own organisation.
 */
const PERMISSIONS: Record<Role, ReadonlySet<Action>> = {
  observer: new Set(OBSERVER),
  editor: new Set([...OBSERVER, ...EDITOR]),
  admin: new Set(ACTIONS),
};

export const can = (actor: Pick<Actor, 'role'>, action: Action) => PERMISSIONS[actor.role].has(action);
