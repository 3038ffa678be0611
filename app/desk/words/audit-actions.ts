/**
 * The words for each action of the audit log: “… did this to the subject”. `…` marks the place of the subject. A test
 * compares this with the actions that the code records.
 */
export const AUDIT_ACTION_WORDS: Record<string, Record<string, string>> = {
  Contributions: {
    'contribution.begun': 'began a draft',
    'contribution.carried_over': 'began a draft with what an earlier contribution said',
    'contribution.link_mailed': 'asked for the private link of … by mail',
    'contribution.version_taken': 'moved a draft to a newer version of the questions',
    'contribution.submitted': 'sent in …',
    'contribution.correction_begun': 'began to correct …',
    'contribution.correction_dropped': 'discarded the correction of …',
    'contribution.changes_requested': 'asked for changes in …',
    'contribution.replied': 'wrote to the editors about …',
    'contribution.note_written': 'wrote to the contributor of …',
    'contribution.published': 'published …',
    'contribution.unpublished': 'took … down',
    'contribution.put_back': 'put … back in public',
    'contribution.declined': 'declined …',
    'contribution.reopened': 'reopened …',
    'contribution.withdrawn': 'withdrew …',
    'contribution.address_confirmed': 'confirmed the address given in …',
    'contribution.address_asked_again': 'asked for another confirmation mail for …',
    'contribution.address_changed': 'changed the unconfirmed address of …',
    'contribution.contact_erased': 'erased the contact details of …',
    'contribution.contact_read': 'read the contact details of …',
    'contribution.file_read': 'took a file of …',
    'contribution.contacts_shown': 'had contact details in the texts of … shown in public',
    'contribution.contacts_hidden': 'hid contact details in the texts of … from the public',
    'contribution.contacts_left_to_author':
      'left it to the author of … whether contact details in the texts are public',
    'contribution.file_added': 'added a file to …',
    'contribution.files_removed': 'removed files from …',
    'contribution.link_made': 'made a private link to …',
    'contribution.link_revoked': 'ended a private link to …',
    'contribution.assigned': 'gave … to an editor',
    'contribution.unassigned': 'took … from its editor',
    'contribution.noted': 'noted something for editors on …',
    'contribution.recused': 'recused themselves from …',
    'contribution.recusal_withdrawn': 'undid the recusal of an editor from …',
    'contribution.conflict_denied': 'said that … is of another organisation than theirs',
  },
  Decisions: {
    'changes.decided': 'decided on cells of …',
    'decision.refused': 'was refused a step on …',
    'changes.put_back': 'reopened decisions on cells of …',
    'proposal.merged': 'joined a new agreement in … to another proposal of it',
    'proposal.separated': 'took a new agreement in … apart from the other proposals of it',
    'proposal.turned_into_update': 'turned a new agreement in … into an update',
    'approval.asked': 'asked a second editor to agree, on …',
    'approval.granted': 'agreed as second editor, on …',
    'approval.refused': 'disagreed as second editor, on …',
    'approval.withdrawn': 'took back what a second editor was asked, on …',
    'approval.lapsed': 'could not carry out any more what was agreed on …',
  },
  Dataset: {
    'revision.undone': 'undid a version of …',
    'agreement.retired': 'retired …',
    'agreement.reinstated': 'reinstated …',
    'criterion_set.added': 'added a set of criteria',
    'criterion_set.edited': 'edited a set of criteria',
    'dataset.imported': 'imported the dataset from a download',
    'dataset.corrected': 'corrected what … was imported with',
    'release.frozen': 'froze a release of the dataset',
    'bulk_entry.uploaded': 'uploaded a table of cells',
    'bulk_entry.discarded': 'discarded a table of cells',
    'bulk_entry.report_exported': 'took the report on a table of cells',
  },
  Mail: {
    'mail.draft_written': 'changed a draft to …',
    // The older name of this action, from before the subject could be changed as well.
    'mail.note_written': 'changed a draft to …',
    'mail.scheduled': 'scheduled a draft to …',
    'mail.released': 'sent a mail to … on its way',
    'mail.discarded': 'cancelled a draft to …',
    'mail.retried': 'had a mail to … tried again',
    'mail.sent': 'delivered a mail to …',
    'mail.returned': 'made a mail to … a draft again: what it was to tell does not hold any more',
    'mail.failed': 'could not deliver a mail to …',
  },
  People: {
    'user.signed_in': 'signed in',
    'user.sign_in_failed': 'did not sign … in',
    'user.signed_out': 'signed out',
    'user.signed_out_everywhere': 'signed out everywhere',
    'user.added': 'put … on the list of editors',
    'user.changed': 'changed the entry of …',
    'user.deactivated': 'took … off the list of editors',
    'token.created': 'made a token for programs',
    'token.used': 'used a token',
    'token.revoked': 'revoked a token',
  },
  Settings: {
    'audit.exported': 'took the log away as a file',
    'rule.set': 'set when a second editor has to agree',
    'snippet.added': 'added words for reasons',
    'snippet.changed': 'changed words for reasons',
    'snippet.deleted': 'removed words for reasons',
  },
};

const FLAT: Record<string, string> = Object.assign({}, ...Object.values(AUDIT_ACTION_WORDS));

/** The words for an action, before and after its subject; an action without words is shown by its name. */
export function auditActionInWords(action: string): { before: string; named: boolean; after: string } {
  const [before = action, after] = (FLAT[action] ?? action).split('…');
  return { before: before.trim(), named: after !== undefined, after: (after ?? '').trim() };
}
