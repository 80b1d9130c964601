import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { footersOf } from '../../src/detectors/told/footers';

const tells = (text: string): boolean => findMatches(text, DEFAULT_DETECTION).some(({ detector, level }) => detector === 'special-category' && level !== 'low');

/** Mails that tell nothing sensitive of anybody. */
const EVERYDAY = [
  "We've given it to Nadine. Haven't told Rory yet that he didn't get it so pls act surprised",
  'Placements confirmed so far: Gideon at the vets, Tamsin at the garden centre, Yasir at his uncle\u2019s garage.',
  "I've moved Teddy down to Miss Cole's group. He can come back up when he's caught up a bit.",
  'Can you bring the register over to the hall? Mia and Tom are doing the lights.',
];
/** What the mails of schools end with. */
const DISCLAIMERS = [
  'This email and any attachments are confidential and intended solely for the use of the individual to whom it is addressed.',
  'The information in this email is confidential and may be legally privileged. If you are not the intended recipient, you must not copy it.',
  'This message is confidential. If you are not the intended recipient please delete it.',
  'CONFIDENTIALITY NOTICE: the contents of this email are confidential.',
  'This e-mail may contain confidential and/or privileged information.',
  'Confidential: This message is intended only for the named recipient.',
  'The contents of this e-mail and any attachment(s) are strictly confidential.',
  'Please consider the environment before printing. This e-mail, including any attachments, is confidential.',
  'Sent from my iPhone. CONFIDENTIAL - for addressee only',
  'We take safeguarding seriously. If you are worried about a child call our DSL.',
  'Oakfield Academy is committed to safeguarding and promoting the welfare of children.',
];
const SIGNED = ['Kind regards\nJo Tarn', 'Jo x', 'Thanks, Jo', 'Kind Regards Jo Tarn', 'Many thanks\nJo Tarn\nHead of Year 9\n01632 960123'];

describe('what stands below a mail tells nothing of anybody in it', () => {
  test.each(SIGNED)('%j', (signed) => {
    const stopped = DISCLAIMERS.flatMap((disclaimer) => EVERYDAY.map((said) => `${said}\n\n${signed}\n\n${disclaimer}`)).filter(tells);
    expect(stopped).toEqual([]);
  });

  test('nor does an address for concerns', () => {
    expect(EVERYDAY.map((said) => `${said}\n\nReporting an absence? Call 01632 960123. Safeguarding concern? safeguarding@oakfield.example`).filter(tells)).toEqual([]);
  });
});

describe('what is said is found all the same', () => {
  const SAID = 'Kyle was excluded on Friday and his mum says the EHCP review for him is off.';

  test.each([
    ['above a signature', `${SAID}\n\nKind regards\nJo Tarn\n\n${DISCLAIMERS[0]}`],
    ['in a postscript', `Minutes attached.\n\nKind regards\nJo Tarn\n\nPS ${SAID}`],
    ['in the mail below', `Minutes attached.\n\nKind regards\nJo Tarn\n\nFrom: Ana Reed\nSent: Monday\n${SAID}`],
    ['below thanks for a mail', `Hi Jo\n\nThanks\n\n${SAID}`],
    ['below a signature without a postscript', `Minutes attached.\n\nKind regards\nJo\n\nAlso ${SAID}`],
    ['in a sentence that calls itself privileged', 'Kyle was excluded on Friday, and the EHCP review for him is off, which is privileged.'],
    ['under the subject “Thanks”', `Thanks\n${SAID}`],
    ['before a sentence about the mail itself', `${SAID} Please keep this email confidential.`],
    ['long after a closing', `Many thanks\n${'The hall is free on Friday. '.repeat(40)}\n\n${SAID}`],
  ])('%s', (_where, text) => {
    expect(tells(text)).toBe(true);
  });
});

describe('footers', () => {
  const partsOf = (text: string, closing: string): readonly string[] => {
    const start = text.indexOf(closing);
    return footersOf(text, start < 0 ? [] : [{ start, end: start + 800 }]).map((footer) => text.slice(footer.start, footer.end));
  };

  test('reach from a closing to what goes on below it', () => {
    expect(partsOf('All good.\nRegards\nJo\nFrom: Ana\nHello there', 'Regards')).toEqual(['Regards\nJo']);
    expect(partsOf('All good.\nRegards\nJo\np.s. bring cake', 'Regards')).toEqual(['Regards\nJo']);
  });

  test('are the sentences that every mail carries, and no more', () => {
    expect(partsOf('Bring cake. This email is confidential. See you.', 'none')).toEqual([' This email is confidential']);
    expect(partsOf('Bring cake. It is confidential. See you.', 'none')).toEqual([]);
  });

  test('begin anew, without an end, where somebody signs with an office', () => {
    expect(partsOf('Bring cake.\n\nHarriet Jolly\nYear 5 teacher', 'none')).toEqual(['']);
    expect(partsOf('Bring cake.\n\nBen Lascelles\nTrip leader', 'none')).toEqual(['']);
    expect(partsOf('Bring cake for the teacher', 'none')).toEqual([]);
  });

  test('are the name at the end, but no name that is all there is', () => {
    expect(partsOf('Bring cake.\nThanks, Jo', 'none')).toEqual(['\nThanks, Jo']);
    expect(partsOf('Bring cake.\nJo Tarn x', 'none')).toEqual(['.\nJo Tarn x']);
    expect(partsOf('New on FSM:\nAmy Low', 'none')).toEqual([]);
    expect(partsOf('Jo', 'none')).toEqual([]);
  });
});
