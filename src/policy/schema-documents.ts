import * as v from 'valibot';
import { clauseId, date, key, list, text, webAddress, wholeNumber } from './schema-values';

const quotation = v.strictObject({ leadIn: text(120), text: text(600, 'this quotation is empty. Copy the words from the document.') });

/** A word the document uses and does not define, and which setting of the pack stands for it. */
const undefinedTerm = v.strictObject({
  term: key('T', 'The word or phrase, as the document has it.', text(60)),
  settledBy: key('T', 'The setting that stands for it, such as “organisation.hours”.', text(120)),
  agreed: v.optional(key('T', 'The day its owner agreed to that setting; null until then.', v.nullable(date)), null),
});

/** Something in the document its owner should look at when it is next changed. */
const observation = v.strictObject({
  level: key('T', 'How much it matters.', v.picklist(['high', 'medium', 'low', 'info'])),
  says: key('T', 'What is there, and what to do.', text(400)),
});

const clause = v.strictObject({
  heading: key('T', 'The heading it stands under in the document.', text(200)),
  section: key('T', 'The part of the document as a sender knows it, such as “section 5”.', text(80)),
  text: key('T', 'The quotation, word for word.', text(1000, 'the quotation is empty. Copy the words from the document.')),
  leadIn: v.optional(
    key('T', 'The document’s own words before the quotation, for a clause that is not a sentence: “You must not:”.', v.nullable(text(80))),
    null,
  ),
  relatedLeadIn: v.optional(
    key('T', 'What stands before the quotation where it is only related: “users should not”.', v.nullable(text(80))),
    null,
  ),
});

export const policyDocument = v.strictObject({
  title: key('T', 'The document’s title.', text(200)),
  version: key('T', 'Its version as it is printed: “V1”.', text(20)),
  approved: v.optional(key('T', 'The day it was approved; null when it does not say.', v.nullable(date)), null),
  implemented: v.optional(key('T', 'The day it came into force; null when it does not say.', v.nullable(date)), null),
  reviewBy: v.optional(key('T', 'The last day of the month or the day by which it is to be reviewed; null when it does not say.', v.nullable(date)), null),
  liveUrl: v.optional(key('T', 'Where the live document is; null when there is none to link.', v.nullable(webAddress)), null),
  lastVerified: v.optional(key('T', 'The day someone last compared this copy with the live document.', v.nullable(date)), null),
  owner: key('T', 'The role that owns the document; not a person’s name.', text(120)),
  upkeep: v.optional(
    v.strictObject({
      verifyEveryDays: v.optional(key('T', 'How often this copy is to be compared with the live document.', wholeNumber(7, 90)), 30),
      reviewWarnDays: v.optional(key('T', 'How long before the review date the owner is reminded.', wholeNumber(30, 180)), 90),
      liveCopy: v.optional(key('T', 'Where the live document is, in words: “the VLE”.', text(60)), 'the live document'),
      sendChecksClause: v.optional(
        key('T', 'The id of the clause that says drafts are checked before they are sent; null when there is none.', v.nullable(clauseId)),
        null,
      ),
      undefinedTerms: v.optional(key('T', 'Words the document uses and does not define.', list(undefinedTerm, 50)), []),
      observations: v.optional(key('T', 'What its owner should look at when it is next changed.', list(observation, 50)), []),
      reviewQuotation: v.optional(key('T', 'What the document says about its own review.', v.nullable(quotation)), null),
      copyQuotation: v.optional(key('T', 'What the document says about copies of itself.', v.nullable(quotation)), null),
    }),
    {},
  ),
  clauses: v.optional(key('T', 'The clauses quoted, by id.', v.record(clauseId, clause)), {}),
});
