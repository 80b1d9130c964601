import type { RuleCases } from '../story';

export const cases: RuleCases = {
  finds: [
    { name: 'an empty subject', draft: { subject: '' }, situations: ['blank'] },
    { name: 'a subject of spaces and tabs', draft: { subject: ' \t  ' }, situations: ['blank'] },
    { name: 'a subject of non-breaking spaces', draft: { subject: '\u00a0\u202f\u2007' }, situations: ['blank'] },
    { name: 'a subject of zero-width characters', draft: { subject: '\u200b\u200d\ufeff' }, situations: ['blank'] },
    { name: 'a subject of ideographic spaces and soft hyphens', draft: { subject: '\u3000\u00ad' }, situations: ['blank'] },
    { name: 'a bare RE:', draft: { subject: 'RE:' }, situations: ['prefix-only'] },
    { name: 'a bare FW: with a space', draft: { subject: 'FW: ' }, situations: ['prefix-only'], saw: "Your subject line only says 'FW:'." },
    { name: 'prefixes on prefixes', draft: { subject: 'Re: FW: re[2]: Fwd:' }, situations: ['prefix-only'] },
    { name: 'a prefix without its colon', draft: { subject: 'Fwd' }, situations: ['prefix-only'] },
    { name: 'a prefix with a full-width colon', draft: { subject: 'RE：' }, situations: ['prefix-only'] },
    { name: 'a gateway tag and a prefix, and nothing else', draft: { subject: '[External] RE:' }, situations: ['prefix-only'] },
    { name: 'a subject that only says (no subject)', draft: { subject: '(no subject)' }, situations: ['placeholder'] },
    { name: 'a subject that only says Hi', draft: { subject: 'Hi!' }, situations: ['placeholder'] },
    { name: 'an untitled forward', draft: { subject: 'Fwd: Untitled' }, situations: ['placeholder'] },
    { name: 'a meeting without a subject', draft: { subject: '', kind: 'appointment' }, situations: ['blank'] },
    {
      name: 'the placeholders an owner adds',
      draft: { subject: 'Question' },
      options: { placeholders: ['question'] },
      situations: ['placeholder'],
    },
    {
      name: 'a blank subject when the body cannot be read',
      draft: { subject: '', unreadable: ['body'] },
      situations: ['blank'],
    },
  ],
  clears: [
    { name: 'a subject that says what it is about', draft: { subject: 'Open evening rota' } },
    { name: 'a reply with its subject', draft: { subject: 'RE: Open evening rota' } },
    { name: 'a subject of one short word that is no placeholder', draft: { subject: 'Fire drill' } },
    { name: 'a subject that begins like a prefix', draft: { subject: 'Re-sit dates' } },
    { name: 'a word with a colon that is no prefix', draft: { subject: 'SEN: review dates' } },
    { name: 'a subject in another script', draft: { subject: '会议' } },
    { name: 'a subject of one emoji, which says something', draft: { subject: '🎉' } },
    { name: 'a reply to someone whose subject was Hi', draft: { subject: 'Re: hi', thread: 'reply' } },
    { name: 'a reply that only has the name of a list', draft: { subject: 'Re: [governors]', thread: 'reply' } },
    { name: 'a placeholder inside a longer subject', draft: { subject: 'Test results for Year 9 science' } },
  ],
};
