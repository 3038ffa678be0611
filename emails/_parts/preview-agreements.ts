import type { MailAgreement } from './value-words';

/** One cell of each outcome, for previews of mails. */
export const previewAgreements: MailAgreement[] = [
  {
    name: 'Global Commission on the Stability of Cyberspace',
    cells: [
      {
        key: 'name',
        criterion: null,
        outcome: 'accepted',
        proposed: 'Advancing Cyberstability',
        decided: 'Advancing Cyberstability',
        reason: null,
      },
      {
        key: 'launchDate',
        criterion: null,
        outcome: 'amended',
        proposed: '2019',
        decided: '2019-11',
        reason: 'The report itself names the month.',
      },
      {
        key: 'respond-to-requests-for-help',
        criterion: 'Respond to requests for help',
        outcome: 'rejected',
        proposed: 'yes',
        decided: null,
        reason: 'The passage asks for action in one’s own territory only.',
      },
      {
        key: 'signatories',
        criterion: null,
        outcome: 'superseded',
        proposed: { count: 28, unit: 'commissioners', asOf: '2019-11' },
        decided: null,
        reason: null,
      },
    ],
  },
];
