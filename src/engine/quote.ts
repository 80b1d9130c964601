import type { Basis, ClauseAtASend, ClauseReference, DocumentAtASend, PolicyAtASend, QuotedClause } from '../domain';

/** The words between "LAAT policy V1, " and the quotation. Only a direct clause speaks as policy. */
function leadInOf(name: string, document: DocumentAtASend, clause: ClauseAtASend, basis: Basis): string {
  const source = `${name} policy ${document.version}, ${clause.section}`;
  if (basis === 'direct') return clause.leadIn === null ? `${source}:` : `${source}. ${clause.leadIn}`;
  const related = `${source}${clause.section.startsWith('section') ? ',' : ' –'} related`;
  if (clause.relatedLeadIn === null) return `${related} guidance:`;
  return clause.relatedLeadIn.endsWith(':') ? `${related}. ${clause.relatedLeadIn}` : `${related} guidance: ${clause.relatedLeadIn}`;
}

function quote(policy: PolicyAtASend, reference: ClauseReference): QuotedClause | null {
  for (const id of Object.keys(policy.documents)) {
    const document = policy.documents[id];
    const clause = document?.clauses[reference.id];
    if (document === undefined || clause === undefined) continue;
    return {
      id: reference.id,
      basis: reference.basis,
      leadIn: leadInOf(policy.name, document, clause, reference.basis),
      text: clause.text,
      document: document.title,
      liveUrl: document.liveUrl,
    };
  }
  return null;
}

/** The clauses a rule upholds in one situation, quoted, in the pack's order. Good practice quotes none. */
export function quotedClauses(policy: PolicyAtASend, ruleId: string, situation: string): readonly QuotedClause[] {
  const references = policy.rules[ruleId]?.clauses ?? [];
  return references
    .filter((reference) => reference.basis !== 'good-practice')
    .filter((reference) => reference.situations === null || reference.situations.includes(situation))
    .map((reference) => quote(policy, reference))
    .filter((quoted): quoted is QuotedClause => quoted !== null);
}
