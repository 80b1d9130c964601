import { decodeUtf16 } from '../../text/decode';
import { limitReason } from '../budget';
import { latin1, u32 } from '../bytes';
import { inflateZlib } from '../archives/inflate';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { clearPpt } from './deciphering';
import type { BlockKeys } from './office-rc4';
import { eachPptRecord, pptRecordAt, readPptLayout } from './ppt-layout';
import type { PptRecord } from './ppt-layout';
import { DAMAGED } from '../sentences';

// Kinds of records, [MS-PPT] 2.13.24.
const DOCUMENT = 0x03e8;
const SLIDE = 0x03ee;
const NOTES = 0x03f0;
const NOTES_ATOM = 0x03f1;
const SLIDE_PERSIST = 0x03f3;
const SLIDE_SHOW_INFO = 0x03f9;
const SLIDE_LIST = 0x0ff0;
const TEXT_WIDE = 0x0fa0;
const TEXT_NARROW = 0x0fa8;
const STRING = 0x0fba;
const HEADERS_FOOTERS = 0x0fd9;
const HYPERLINK = 0x0fd7;
const OBJECT_STORAGE = 0x1011;
const COMMENT = 0x2ee0;

const HIDDEN_SLIDE = 4;
const RECORDS_PER_PAUSE = 5000;

/** The words of one part of a presentation. */
interface Words {
  readonly seen: string[];
  readonly comments: string[];
  readonly links: string[];
}

interface Slide extends Words {
  /** The number of its part, and the one its notes know it by. */
  readonly part: number;
  readonly id: number;
  isHidden: boolean;
}

/** Narrow text is UTF-16 without its upper bytes, which are zero ([MS-PPT] 2.9.43). */
function wordsOf(stream: Uint8Array, { kind, start, end }: PptRecord): string {
  const text = kind === TEXT_NARROW ? latin1(stream, start, end) : decodeUtf16(stream, true, start, end);
  return text.replace(/[\r\v]/g, '\n').replace(/\0/g, '');
}

/** Gathers the words of a part into `words`, or from a record on where `follow` says; what holds a string says what it is. */
function* gather(
  stream: Uint8Array,
  part: PptRecord,
  words: Words,
  follow: (record: PptRecord) => Words | null = () => null,
): Generator<void, void, void> {
  let target = words;
  let count = 0;
  let commentEnd = 0;
  let linkEnd = 0;
  let footerEnd = 0;
  for (const record of eachPptRecord(stream, part.start, part.end)) {
    target = follow(record) ?? target;
    count += 1;
    if (count % RECORDS_PER_PAUSE === 0) yield;
    if (record.kind === COMMENT) commentEnd = record.end;
    else if (record.kind === HYPERLINK) linkEnd = record.end;
    else if (record.kind === HEADERS_FOOTERS) footerEnd = record.end;
    else if (record.kind === TEXT_WIDE || record.kind === TEXT_NARROW) target.seen.push(wordsOf(stream, record));
    else if (record.kind === STRING) {
      if (record.start < commentEnd) target.comments.push(wordsOf(stream, record));
      else if (record.start < linkEnd) target.links.push(wordsOf(stream, record));
      else if (record.start < footerEnd) target.seen.push(wordsOf(stream, record));
    }
  }
}

function noWords(): Words {
  return { seen: [], comments: [], links: [] };
}

/** The slides in the order they are shown, with the words that the outline keeps for them; other words go to `words`. */
function* readOutline(stream: Uint8Array, document: PptRecord, words: Words): Generator<void, Slide[], void> {
  const slides: Slide[] = [];
  let isSlideList = false;
  yield* gather(stream, document, words, (record) => {
    if (record.kind === SLIDE_LIST) {
      // There are lists of masters and of notes too.
      isSlideList = record.instance === 0;
      return words;
    }
    if (record.kind !== SLIDE_PERSIST || !isSlideList) return null;
    const slide: Slide = { ...noWords(), part: u32(stream, record.start), id: u32(stream, record.start + 12), isHidden: false };
    slides.push(slide);
    return slide;
  });
  return slides;
}

function addWords(members: Members, words: Words, place: string, hidden: string | null): void {
  const add = (texts: readonly string[], why: string | null): void => {
    const text = texts.join('\n').trim();
    if (text !== '') members.addText({ place, text, ...(why === null ? {} : { hidden: why }) });
  };
  add(words.seen, hidden);
  add(words.comments, 'comment');
  add(words.links, 'link');
}

/** Reads a presentation; `keys` are those of one that is encrypted. */
export function* readPpt(
  context: InspectionContext,
  members: Members,
  document: Uint8Array,
  currentUser: Uint8Array,
  keys: BlockKeys | null,
): Generator<void, void, void> {
  const layout = readPptLayout(document, currentUser);
  const stream = keys === null ? document : yield* clearPpt(document, layout, keys);
  const parts = new Map<number, PptRecord>();
  for (const [number, offset] of layout.offsets) {
    const record = pptRecordAt(stream, offset);
    if (record !== null && number !== layout.cryptSession) parts.set(number, record);
  }
  // Where the list of parts is lost, they still follow one another.
  const isSalvaged = !Array.from(parts.values()).some(({ kind }) => kind === DOCUMENT);
  if (isSalvaged) {
    members.miss(DAMAGED);
    parts.clear();
    for (let record = pptRecordAt(stream, 0); record !== null; record = pptRecordAt(stream, record.end)) {
      parts.set(-record.start, record);
    }
  }
  const general = noWords();
  const slides: Slide[] = [];
  for (const record of parts.values()) if (record.kind === DOCUMENT) for (const slide of yield* readOutline(stream, record, general)) slides.push(slide);

  const byPart = new Map(slides.map((slide) => [slide.part, slide] as const));
  const layouts = noWords();
  const notes: { readonly words: Words; readonly slideId: number }[] = [];
  const unlisted = noWords();
  // Sound parts share no bytes.
  let allowance = stream.length;
  for (const [number, record] of parts) {
    allowance -= record.end - record.start;
    if (allowance < 0 || context.budget.isOutOfTime()) break;
    if (record.kind === SLIDE) {
      const slide = byPart.get(number);
      yield* gather(stream, record, slide ?? unlisted, (inner) => {
        const isShowInfo = inner.kind === SLIDE_SHOW_INFO && slide !== undefined;
        if (isShowInfo) slide.isHidden = (stream[inner.start + 10]! & HIDDEN_SLIDE) !== 0;
        return null;
      });
    } else if (record.kind === NOTES) {
      const words = noWords();
      let slideId = 0;
      yield* gather(stream, record, words, (inner) => {
        if (inner.kind === NOTES_ATOM) slideId = u32(stream, inner.start);
        return null;
      });
      notes.push({ words, slideId });
    } else if (record.kind === OBJECT_STORAGE) yield* readObject(stream, record, members, context);
    else if (record.kind !== DOCUMENT) yield* gather(stream, record, layouts);
    yield;
  }

  slides.forEach((slide, index) => {
    addWords(members, slide, `slide ${index + 1}`, slide.isHidden ? 'hidden slide' : null);
    for (const { words, slideId } of notes) if (slideId === slide.id) addWords(members, words, `slide ${index + 1}`, 'notes');
  });
  for (const { words, slideId } of notes) if (!slides.some(({ id }) => id === slideId)) addWords(members, words, 'notes', 'notes');
  addWords(members, unlisted, isSalvaged ? '' : 'unlisted slide', isSalvaged ? null : 'unlisted slide');
  addWords(members, general, '', null);
  addWords(members, layouts, 'slide layouts', 'slide layout');
  if (context.budget.hit !== null) members.miss(limitReason(context.budget.hit));
}

/** A document that stands on a slide, in a compound file of its own, mostly compressed ([MS-PPT] 2.10.34). */
function* readObject(stream: Uint8Array, record: PptRecord, members: Members, context: InspectionContext): Generator<void, void, void> {
  const isCompressed = record.instance === 1;
  const data = isCompressed
    ? (yield* inflateZlib(stream, record.start + 4, record.end, context.budget)).data
    : stream.subarray(record.start, record.end);
  if (data.length > 0) yield* members.add('embedded object', data);
}
