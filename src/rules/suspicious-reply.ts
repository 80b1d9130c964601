import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AudienceMember, Body, Finding, RecipientClass } from '../domain';
import { classOf, comparableAddress, domainOf, fieldName, lookalikeOf, registeredPart, takesReports } from '../recipients';
import { foldForComparison } from '../text';
import { addressesOption, wordsOption } from './option-kinds';

type Situation = 'answers-elsewhere' | 'lookalike' | 'marked';

/** How much of the quoted thread is searched for a mark, in characters: gateways write it on top. */
const SEARCHED = 4000;

/** What a gateway writes into a mail that it does not trust. “This came from outside” alone is on all mail from outside. */
const MARKS = [
  'could not verify the identity of the sender',
  'unable to verify the sender',
  'this email looks suspicious',
  'this message looks suspicious',
  'this message seems dangerous',
  '[spam]',
  '[suspicious]',
  '[phishing]',
  'suspected spam',
  'suspected phishing',
  'possible phishing',
  'potentially malicious',
  'may be impersonating',
];

/** Mailboxes that take no answers send them elsewhere on purpose. */
const TAKES_NO_ANSWER = /^(?:no-?reply|do-?not-?reply|notifications?|alerts?|news|info|mailer|bounces?)\b|no-?reply/;

export const suspiciousReply = defineRule({
  id: 'suspicious-reply',
  title: 'Reply to an email that may be fake',
  why: 'A fake email wants an answer: the next one asks for money, a password or a list.',
  tips: {
    'answers-elsewhere': {
      saw: 'You are answering an email from {from}, but your reply goes to {to}.',
      advice: 'send the email to IT Services and phone the person on a number you know. If it is right, {anyway}.',
      brief: 'Your reply goes to {to}, not to {from}.',
    },
    lookalike: {
      saw: 'The email below came from {from}, which looks like {known} but is not.',
      advice: 'do not answer. Send it to IT Services. If it is right, {anyway}.',
      brief: 'The email below came from {from}, which looks like {known}.',
    },
    marked: {
      saw: "The email below is marked '{mark}'.",
      advice: 'do not answer and open nothing in it. Send it to IT Services. If it is right, {anyway}.',
      brief: "The email below is marked '{mark}'.",
    },
  },
  allowances: { from: 44, to: 44, known: 36, mark: 44 },
  situations: { 'answers-elsewhere': 'warn', lookalike: 'warn', marked: 'warn' },
  appliesTo: ['message'],
  needs: ['audience', 'thread', 'body', 'sender'],
  wants: [],
  options: v.strictObject({
    marks: wordsOption(MARKS, 100, 'Marks of your mail gateway', 'Words that the gateway writes into a mail that it does not trust.', 'T'),
    reportingRecipients: addressesOption(500, 'People who take reports', 'Addresses or domains to which a suspicious mail is sent, beside the contacts and mailboxes such as helpdesk@.', 'T'),
  }),
  check: ({ audience, thread, body, sender }, options, { organisation }): readonly Finding<Situation>[] => {
    const others = audience.members.filter((member) => !member.isSender);
    if (thread.kind === 'new' || others.length === 0) return [];
    if (others.some((member) => takesReports(member, organisation, options.reportingRecipients))) return [];
    const from = thread.from === null ? null : comparableAddress(thread.from);
    const domain = from === null ? null : domainOf(from);
    const concerns = ['thread', ...others.map((member) => `recipient:${member.address}`)];

    const writer = from === null ? null : classOf(from, organisation, sender.address, 0);
    const like = writer === 'outside' && domain !== null ? lookalikeOf(domain, organisation, sender.address) : null;
    if (like !== null && domain !== null) {
      return [
        { situation: 'lookalike', values: { from: domain, known: like.known }, evidence: [{ where: 'Email below', masked: domain }], concerns },
      ];
    }
    const elsewhere = thread.kind === 'reply' ? goesElsewhere(others, from, writer, body, thread.replyTo) : undefined;
    if (elsewhere !== undefined && from !== null) {
      return [
        {
          situation: 'answers-elsewhere',
          values: { from, to: elsewhere.address },
          evidence: [
            { where: 'Email below', masked: from },
            { where: fieldName(elsewhere.field), masked: elsewhere.address },
          ],
          fixes: [{ do: 'remove-recipient', address: elsewhere.address }],
          concerns,
        },
      ];
    }
    const top = foldForComparison(body.quotedText.slice(0, SEARCHED));
    const mark = options.marks.find((words) => top.includes(foldForComparison(words)));
    if (mark === undefined) return [];
    return [{ situation: 'marked', values: { mark }, evidence: [{ where: 'Email below', masked: mark }], concerns }];
  },
});

/**
 * The one outside whom an answer goes to though somebody else wrote: the mail asked for it in a Reply-To that nobody saw. The
 * thread says so itself, or the writer is a colleague or partner and the answer leaves for an address that stands nowhere in
 * the thread. A mailing list takes answers for people outside, so those are left alone.
 */
function goesElsewhere(others: readonly AudienceMember[], from: string | null, writer: RecipientClass | null, { quotedText }: Body, replyTo: string | null): AudienceMember | undefined {
  const only = others.length === 1 ? others[0] : undefined;
  const domain = from === null ? null : domainOf(from);
  if (from === null || domain === null || only === undefined || only.isAllowed || TAKES_NO_ANSWER.test(from)) return undefined;
  if ((only.class !== 'outside' && only.class !== 'personal') || registeredPart(domainOf(only.address) ?? '') === registeredPart(domain)) return undefined;
  const isAskedFor = replyTo !== null && comparableAddress(replyTo) === only.address;
  const isTrusted = writer === 'inside' || writer === 'partner';
  return isAskedFor || (isTrusted && !quotedText.toLowerCase().includes(only.address)) ? only : undefined;
}
