import type { Basis, Severity, Verdict } from '../../domain';

type Shown = Exclude<Severity, 'off'>;

const count = (number: number, one: string, many: string): string => (number === 1 ? one : many);

const severities: { readonly [S in Shown]: string } = {
  inform: 'For your information',
  warn: 'Check before you send',
  justify: 'Needs a reason',
  block: 'Cannot be sent like this',
};

const bases: { readonly [B in Basis]: string } = {
  direct: 'Policy',
  related: 'Related guidance',
  'good-practice': 'Good practice',
};

const reasons: { readonly [code: string]: string } = {
  'recipient-entitled': 'The recipient is entitled to it.',
  'own-child-only': 'It holds only their own child’s data.',
  'partner-agreement': 'They are a partner and an agreement is in place.',
  'child-at-risk': 'A child is at risk now.',
  'wrong-match': 'It is not sensitive: this is a wrong match.',
  'manager-agreed': 'My manager agreed.',
};

const roles: { readonly [role: string]: string } = {
  it: 'IT Services',
  dpo: 'Data protection officer',
  dsl: 'Safeguarding lead (DSL)',
  hr: 'HR Department',
  head: 'Headteacher',
};

/** Every sentence of the pane in English. What varies is handed in: no sentence is put together from pieces. */
export const english = {
  product: 'Heed',
  severity: (severity: Shown): string => severities[severity],
  basis: (basis: Basis): string => bases[basis],
  role: (role: string): string => roles[role] ?? role,
  reasons,

  checking: 'Checking this draft',
  checkingDetail: 'Reading the draft.',
  reading: (number: number, of: number, name: string): string => `Reading attachment ${number} of ${of}: ${name}`,
  nothing: 'Nothing to say about this draft',
  nothingDetail: 'There is nothing to put right.',
  toNobody: 'Outlook does not say yet who it goes to. When it does, Heed looks again.',
  headline: (verdict: Exclude<Verdict, 'allow'>, findings: number): string => {
    switch (verdict) {
      case 'inform':
        return count(findings, 'This draft can go, with a note', `This draft can go, with ${findings} notes`);
      case 'warn':
        return count(findings, 'One thing to check before you send', `${findings} things to check before you send`);
      case 'justify':
        return count(findings, 'One thing to put right, or to give a reason for', `${findings} things to look at before you send`);
      case 'block':
        return 'This draft cannot be sent as it is';
    }
  },
  headlineUnchecked: 'Not everything could be checked',
  headlineJustified: 'Your reason is noted: press Send again',
  whatNowUnasked: 'Put it right here before you send.',
  whatNow: (verdict: Verdict): string | null => {
    switch (verdict) {
      case 'allow':
      case 'inform':
        return null;
      case 'warn':
        return 'Put it right here. Or, if it is right as it is, press Send and choose Send Anyway.';
      case 'justify':
        return 'Put it right here. Or, if it is right as it is, choose a reason below and press Send again.';
      case 'block':
        return 'Put it right here, then press Send again.';
    }
  },
  noPolicy: (reason: string): string => `Nothing is checked here, because ${reason}.`,
  failed: 'Heed could not check this draft',
  failedDetail: 'It has not been checked. Look at the recipients and the attachments yourself before you send, or check again.',
  checkAgain: 'Check this draft again',
  notCheckedAtSend: 'Sending is not checked in this Outlook',
  notCheckedAtSendDetail: 'This version of Outlook does not let Heed look at a draft when you press Send. Heed checks it here, each time you open this pane.',

  /** Beside the severity of findings that are told together; there are two at least. */
  ofThese: (findings: number): string => `${findings} of these`,
  findings: 'What was found',
  evidence: 'Where',
  showMore: (more: number): string => count(more, 'Show one more', `Show ${more} more`),
  quoted: (document: string): string => `From: ${document}`,
  liveLink: (document: string): string => `Read the current “${document}” (opens in the browser)`,
  goodPractice: 'This is good practice, not a clause of the policy.',

  removeAttachment: (name: string): string => `Remove “${name}”`,
  attachmentRemoved: (name: string): string => `“${name}” is removed.`,
  protectAttachment: (name: string): string => `Replace “${name}” with a password-protected copy`,
  attachmentProtected: (name: string, zip: string): string => `“${name}” is replaced with the protected file “${zip}”. Its password is shown below.`,
  attachmentBoth: (name: string, zip: string, reason: string): string =>
    `“${zip}” is attached, but “${name}” is still there, because ${reason}. Remove “${name}” yourself.`,
  removeIt: 'Remove',
  protectIt: 'Add password',
  /** A short button among many, whole, for those who hear it. */
  deedFor: (deed: string, name: string): string => `${deed}: “${name}”`,
  removeAllAttachments: (files: number): string => files === 2 ? 'Remove both files' : `Remove all ${files} files`,
  attachmentsRemoved: (files: number): string => `${files} files are removed.`,
  protectAllAttachments: (files: number): string => `Replace ${files === 2 ? 'both' : `all ${files}`} files with one password-protected file`,
  attachmentsProtected: (files: number, zip: string): string => `${files} files are replaced with the protected file “${zip}”. Its password is shown below.`,
  /** The name of a zip of several files, without its ending. */
  protectedFiles: 'Protected files',
  stillThere: (names: string): string => `Still there: ${names}. Remove them yourself.`,
  removeRecipient: (address: string): string => `Remove ${address}`,
  recipientRemoved: (address: string): string => `${address} is removed.`,
  removeAllRecipients: (addresses: number): string => addresses === 2 ? 'Remove both addresses' : `Remove all ${addresses} addresses`,
  recipientsRemoved: (addresses: number): string => `${addresses} addresses are removed.`,
  moveToBcc: 'Move everyone to Bcc, so that they do not see each other’s addresses',
  movedToBcc: 'Everyone is in Bcc now.',
  replyToSenderOnly: 'Reply to the sender only',
  repliesToSender: 'This draft now goes to the sender only.',
  subjectLabel: 'Subject',
  subjectMissing: 'Write a few words that say what this is about.',
  addSubject: 'Use this subject',
  subjectAdded: (subject: string): string => `The subject is now “${subject}”.`,
  schedule: (when: string): string => `Schedule it for ${when}`,
  scheduled: (when: string): string => `It is scheduled for ${when}. Press Send: Outlook keeps it until then.`,
  /** `day` is in English, as the calendar says it: `tomorrow`, `Monday 7 September`. */
  when: (day: string, time: string): string => `${day} at ${time}`,
  removePassword: 'Remove the password from the text',
  passwordRemoved: 'The password is no longer in the text.',
  passwordRemovedFrom: (line: number): string => `The password is no longer in the text. Read line ${line} again: the words around it are still there.`,
  passwordRemovedAlone: 'The password is no longer in the text. Read the text again: the words around it are still there.',
  removeDetails: 'Remove these details from the text',
  detailsRemoved: 'The details are no longer in the text. Read the text again: the words around them are still there.',
  changeFrom: (address: string): string => `To send it as yourself, open From above the draft and choose ${address}. Then check this draft again.`,
  saveDraft: 'Save it as a draft',
  draftSaved: 'It is saved in Drafts.',
  openOneDrive: 'Open OneDrive, to share a link instead (opens in the browser)',
  openSharing: 'Read how files are shared here (opens in the browser)',
  useInstead: (label: string): string => `Use ${label} instead (opens in the browser)`,
  tellOfData: (role: string): string => `Sent something like this before? Tell: ${role}`,
  reportSlip: (role: string): string => `Report a slip to: ${role}`,
  told: 'A new email is open and filled in. Nothing is sent until you send it.',
  tellSubject: 'Something I may have sent by mistake',
  tellBody: 'I may have sent something to the wrong person, or without a password.\n\nWhen:\nTo whom:\nWhat kind of details, and of how many people (no names):',
  slipSubject: 'A slip to report',
  slipBody: 'I sent an email that our policy says to report. Add your line manager in Cc.\n\nWhen:\nWhat happened:',
  notMine: (address: string): string => `${address} is not mine`,
  notMineKept: (address: string): string => `Noted: ${address} is not taken for yours again in this mailbox.`,
  family: (address: string): string => `${address} is family`,
  familyKept: (address: string): string => `Noted in this mailbox, for you alone: ${address} is family.`,
  notDoneFor: (name: string, reason: string): string => `That did not work for “${name}”, because ${reason}. Nothing is changed.`,
  notDone: (reason: string): string => `That did not work, because ${reason}.`,
  /** A reason why a change was not made, as `src/outlook` says it in English. */
  because: (reason: string): string => reason,
  working: 'Changing the draft…',

  copyAttached: 'The protected file is attached',
  copyDetail: (zip: string): string => `“${zip}” opens only with this password. It is shown this once, and kept nowhere.`,
  copiesAttached: 'The protected files are attached',
  copiesDetail: (zips: string): string => `These open only with this password: ${zips}. It is shown this once, and kept nowhere.`,
  password: 'Password',
  copyPassword: 'Copy the password',
  passwordCopied: 'The password is copied.',
  passwordNotCopied: 'It could not be copied. Select it and copy it yourself.',
  passOn: 'Give it by phone, by Teams or in person, never in an email.',
  whatItNeeds:
    'The recipient needs 7-Zip or WinZip on Windows, or Keka or The Unarchiver on a Mac. The zip folders of Windows itself may not open it.',
  passwordDone: 'I have the password: hide it',
  passwordHidden: 'The password is hidden. It cannot be shown again.',

  giveReason: 'Give a reason',
  emergency: 'A child is at risk now: send it at once',
  chooseReason: 'Why is it right to send this?',
  note: 'A note, if one is needed',
  noteHelp: (longest: number): string => `At most ${longest} characters. Do not name pupils.`,
  reasonMissing: 'Choose a reason first.',
  useReason: 'Give this reason',
  reasonGiven: (reason: string): string => `Reason given: ${reason}`,
  reasonIsGiven: 'A reason is given',
  reasonGivenDetail: 'It counts for this draft as it is now. If you change anything, it no longer counts.',
  reasonVoid: 'The draft has changed, so the reason given before no longer counts. Heed has checked it again.',
  draftChanged: 'The draft has changed. Heed has checked it again.',
  reasonNotKept: 'The draft has changed, so your reason was not kept. Heed has checked it again: give the reason again if it still holds.',

  blocked: 'There is no way to send it like this.',
  callIfWrong: (role: string, contact: string): string => `If this is wrong, ${contact.includes('@') ? 'contact' : 'call'} ${role}: ${contact}.`,
  callIt: 'If this is wrong, call IT Services.',

  unchecked: 'Not checked',
  uncheckedAttachment: (name: string): string => `“${name}”`,

  whoToAsk: 'Not sure?',
  lineManager: 'Ask your line manager.',
  askThem: 'Ask your line manager, or:',
  languageHelp: 'Need help in another language? Contact the HR Department.',
  /** Said where the pane speaks another language than the policy; empty where it does not. */
  policyIsEnglish: '',
  /** Said until a native speaker has signed the translation; empty where there is none. */
  unreviewed: '',
  privacy: 'Privacy',
  privacyDetail: 'Heed reads this draft on this computer. Nothing about it leaves this computer, and nothing is reported to anyone.',
  privacyReason: 'A reason you give stays with the draft until it is sent.',
  about: (policy: string, version: string): string => `Policy: ${policy}, ${version}`,
  policyBuiltIn: 'It came with this add-in.',
  policySigned: (number: number, when: string): string => `It is number ${number}, signed on ${when}.`,
  policyConfirmed: (minutes: number): string => {
    if (minutes < 2) return 'Your organisation confirmed it just now.';
    if (minutes < 120) return `Your organisation confirmed it ${minutes} minutes ago.`;
    return minutes < 2880 ? `Your organisation confirmed it ${Math.round(minutes / 60)} hours ago.` : `Your organisation confirmed it ${Math.round(minutes / 1440)} days ago.`;
  },
  policyRefused: 'A newer policy was not taken up',
  policyRefusedDetail: (reason: string): string => `The policy of before stays in force, because ${reason}. IT Services can put it right.`,
  policyStale: 'Heed only informs for now',
  policyStaleDetail: (days: number): string => `It has had no word of its policy for more than ${days} days, so it stops nothing. IT Services can put it right.`,
  triedOut: 'Heed is being tried out: nothing it finds stops an email.',
  silent: 'Heed may not be checking',
  silentDetail: 'Today’s self-test, a made-up draft, was not stopped as it has to be. Do not rely on Heed until IT Services have looked at it.',
  whatWorks: 'What works here',
  makeTrace: 'Make a trace for IT Services',
  traceDetail: 'A trace has counts, sizes, times and outcomes. No address, name, subject or word of the email is in it.',
  copyTrace: 'Copy the trace',
  traceCopied: 'The trace is copied. Paste it into an email to IT Services.',
  traceMarked: 'This Outlook does not let Heed copy. The trace is marked: press Ctrl+C, or Command+C on a Mac.',
  build: (version: string, build: string): string => `Heed ${version}, build ${build}`,
};

/** What every language has: the compiler asks each for every sentence. */
export type Words = typeof english;
