import type { PlacedMatch } from '../domain';

/** Between a word and its secret: “is”, a colon, a dash or an equals sign, and a quotation mark. */
const BETWEEN = '[ \\t]{0,3}(?:\\bis\\b|[:=–-])[ \\t]{0,3}["“‘]?';
const SECRET = '([^\\s"”’]{4,64})';

/** Nothing of a secret is shown, not even its length. */
const MASKED = '••••••••';

function escaped(word: string): string {
  return word.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[ \\t]+');
}

/** What follows the organisation's own names for a secret, masked. */
export function secretsAfter(words: readonly string[], text: string): readonly PlacedMatch[] {
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?:^|[^A-Za-z0-9])(?:${words.map(escaped).join('|')})${BETWEEN}${SECRET}`, 'gi');
  const found: PlacedMatch[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const secret = match[1] as string;
    const end = match.index + match[0].length;
    found.push({
      detector: 'credentials',
      start: end - secret.length,
      end,
      masked: MASKED,
      score: 80,
      level: 'high',
      reasons: ['it follows a word that the policy names as one for a secret'],
      key: `secret-words:${found.length}`,
      where: `line ${text.slice(0, end).split('\n').length}`,
    });
  }
  return found;
}
