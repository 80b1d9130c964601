import { shippedPacks } from '../../policy';
import { valueAt } from './pack-set';
import type { RawPack } from './pack-set';

/** The policy documents as they are stored: whole texts the owner has loaded, by document id. */
export interface StoredTexts {
  readonly [document: string]: string;
}

/** Equal for texts that differ in line breaks, spaces and the marks of a heading or emphasis alone. */
function comparable(text: string): string {
  return text.replace(/\*\*/g, '').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

function quotationsIn(raw: RawPack, document: string): readonly string[] {
  const clauses = valueAt(raw, ['documents', document, 'clauses']);
  if (typeof clauses !== 'object' || clauses === null) return [];
  return Object.values(clauses).map((clause) => (clause as { text?: unknown }).text).filter((text): text is string => typeof text === 'string');
}

/** Quotations of the shipped packs: each was held against the document by script. */
function shippedQuotations(document: string): readonly string[] {
  return shippedPacks.flatMap(({ text }) => quotationsIn(JSON.parse(text) as RawPack, document));
}

/** Why a quotation may not be published, with the clause it is in. */
export interface RefusedQuotation {
  readonly document: string;
  readonly clause: string;
  readonly message: string;
}

/**
 * Quotations that were changed and do not stand in the stored text of their document, word for word. Stored are the text
 * that the owner loaded, the published pack's own quotations and those of the shipped packs.
 */
export function refusedQuotations(edited: RawPack, published: RawPack, texts: StoredTexts): readonly RefusedQuotation[] {
  const refused: RefusedQuotation[] = [];
  const documents = edited['documents'];
  if (typeof documents !== 'object' || documents === null) return [];
  for (const [document, content] of Object.entries(documents)) {
    const whole = texts[document] === undefined ? null : comparable(texts[document]);
    const known = new Set([...quotationsIn(published, document), ...shippedQuotations(document)].map(comparable));
    const clauses = (content as { clauses?: { readonly [id: string]: { readonly text?: unknown } } }).clauses ?? {};
    for (const [clause, { text }] of Object.entries(clauses)) {
      if (typeof text !== 'string' || known.has(comparable(text))) continue;
      if (whole !== null && whole.includes(comparable(text))) continue;
      const message =
        whole === null
          ? `These are not the words of the stored text of ${document}. Put the old words back, or load the document’s text and copy the words exactly.`
          : `These words are not in the stored text of ${document}. Copy them exactly, from a capital to a full stop.`;
      refused.push({ document, clause, message });
    }
  }
  return refused;
}
