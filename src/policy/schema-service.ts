import * as v from 'valibot';
import { shown } from './problem';
import { key, list, reasonCode, text, wholeNumber } from './schema-values';

const uncheckedSeverity = v.picklist(
  ['inform', 'warn'],
  (issue) => `${shown(issue.input)} cannot be set here: what could not be checked is always said and never stops a send for good. Choose "inform" or "warn".`,
);

const reason = v.strictObject({
  code: key('T', 'The code that is kept.', reasonCode),
  text: key('T', 'The words that are offered.', text(60)),
});

/** The six reasons of the catalogue (D.6). */
export const DEFAULT_REASONS = [
  { code: 'recipient-entitled', text: 'The recipient is entitled to it.' },
  { code: 'own-child-only', text: 'It holds only their own child’s data.' },
  { code: 'partner-agreement', text: 'They are a partner and an agreement is in place.' },
  { code: 'child-at-risk', text: 'A child is at risk now.' },
  { code: 'wrong-match', text: 'It is not sensitive: this is a wrong match.' },
  { code: 'manager-agreed', text: 'My manager agreed.' },
];

/** What a pack says of Heed as a whole, beside documents, organisation, detection and rules. */
export const serviceEntries = {
  unchecked: v.optional(
    v.strictObject({
      outside: v.optional(key('T', 'A part that could not be checked, in a draft that leaves the organisation.', uncheckedSeverity), 'warn'),
      inside: v.optional(key('T', 'The same in a draft that stays inside or goes to partners.', uncheckedSeverity), 'inform'),
    }),
    {},
  ),
  attachments: v.optional(
    v.strictObject({
      maxDepth: v.optional(key('T', 'Files inside files, this many deep.', wholeNumber(1, 8)), 5),
      maxUnpackedMB: v.optional(key('T', 'Megabytes unpacked in one draft.', wholeNumber(5, 100)), 25),
      maxEntries: v.optional(key('T', 'Files in the archives of one draft.', wholeNumber(10, 2000)), 200),
    }),
    {},
  ),
  appointments: v.optional(v.strictObject({ enabled: v.optional(key('T', 'Whether invitations are checked.', v.boolean()), true) }), {}),
  reasons: v.optional(key('T', 'Why a sender may send all the same; three to eight.', v.pipe(list(reason, 8), v.minLength(3))), DEFAULT_REASONS),
  emergencyReason: v.optional(
    v.strictObject({ enabled: v.optional(key('T', 'Whether “A child is at risk now” sends at once, below a block.', v.boolean()), true) }),
    {},
  ),
  personalUse: v.optional(
    v.strictObject({ permitted: v.optional(key('T', 'Whether the policy permits some personal use, which is then met with a note at most.', v.boolean()), true) }),
    {},
  ),
  fatigue: v.optional(
    v.strictObject({
      maxDialogsPerDay: v.optional(key('T', 'Dialogs a sender gets a day.', wholeNumber(1, 20)), 6),
      maxNuisanceDialogsPerDay: v.optional(key('T', 'Of these, for rules about habits.', wholeNumber(1, 20)), 3),
      sameDraftRepeat: v.optional(
        key('T', 'Whether what was answered is shown again within 10 minutes for a draft that has not changed.', v.picklist(['always', 'ifChanged'])),
        'ifChanged',
      ),
    }),
    {},
  ),
  evidence: v.optional(v.strictObject({ maxItems: v.optional(key('T', 'Pieces of evidence a finding shows.', wholeNumber(1, 10)), 3) }), {}),
  audit: v.optional(
    v.strictObject({
      level: v.optional(key('T', 'What is kept of what was found; events need a DPIA and consultation first.', v.picklist(['none', 'totals', 'events'])), 'totals'),
      retentionDays: v.optional(key('T', 'Days until events become totals.', wholeNumber(7, 180)), 90),
      notes: v.optional(key('T', 'Whether a note of 120 characters may be added to a reason.', v.boolean()), false),
    }),
    {},
  ),
  languages: v.optional(key('T', 'Languages of the buttons and help beside British English.', list(v.picklist(['cy', 'pl']), 2)), []),
  languageHelp: v.optional(key('T', 'Where to get help in another language, as a sentence; null for nowhere.', v.nullable(text(120))), null),
  offlinePackMaxDays: v.optional(key('T', 'Days the last pack is used when no newer one can be had.', wholeNumber(1, 30)), 14),
};
