/*
 * The school's sensitive vocabulary: what the law calls special categories, and what the DfE says to treat like them
 * (safeguarding, SEND, children in need, pupil premium), with behaviour and staff matters. A word counts only together
 * with a person; its weight is what it adds to the score.
 *
 * Sources: UK GDPR article 9; DfE, “Data protection in schools”; DfE, “Keeping children safe in education”; the code
 * sets of the school census (SEN types, FSM, looked-after).
 *
 * 45: said in schools and of one person. 35: a diagnosis or an event. 25: also said in ordinary talk, so the sentence must
 * say it of the person directly and something else must point to school.
 */

export type Concern = 'safeguarding' | 'sen' | 'health' | 'medicine' | 'care' | 'meals' | 'behaviour' | 'staff' | 'belief' | 'own';

/** What each is called after a number and “people's”, most telling first. */
export const CONCERN_DETAILS: { readonly [concern in Concern]: string } = {
  safeguarding: 'safeguarding details',
  sen: 'SEN needs',
  health: 'health details',
  medicine: 'medicine',
  care: 'care details',
  belief: 'ethnicity or religion details',
  meals: 'free school meals details',
  behaviour: 'behaviour details',
  staff: 'HR details',
  own: 'details on the organisation’s own list',
};

/** `CAPITALS` are matched in capitals only (“MASH” is not a potato dish). Each list is parted by bars. */
const VOCABULARY: readonly (readonly [concern: Concern, weight: number, terms: string])[] = [
  [
    'safeguarding',
    45,
    "child protection|child protection plan|child protection conference|cp plan|cp conference|child in need|cin plan|section 47|s47|MASH|LADO|ICPC|strategy meeting|strategy discussion|core group|early help|children's social care|social care referral|CPOMS|myconcern|safeguarding referral|safeguarding concern|safeguarding incident|safeguarding disclosure|operation encompass|police protection|emergency protection order|prevent referral|channel panel|MARAC|non molestation order|sex offender|missing from home|county lines|sexual exploitation|criminal exploitation|CSE|CCE|FGM|genital mutilation|forced marriage|honour based|self harm|self harming|self harmed|cause for concern|welfare concern|made a disclosure|frightened to go home|unsafe at home|hit at home|beaten at home|not feel safe at home|not safe at home",
  ],
  [
    'safeguarding',
    35,
    "allegation against|allegations against|allegation about|hits her|hits him|hits me|hit her|hit him|hurts her|hurts him|beats her|beats him|touched her|touched him|scared to go home|afraid to go home|social worker|social services|children's services|section 17|domestic abuse|domestic violence|physical abuse|emotional abuse|harmful sexual behaviour|nude images|nude pictures|nude photos|take her own life|take his own life|sexting|unexplained injury|unexplained injuries|unexplained bruising|suicidal|attempted suicide|suicide attempt|took an overdose|substance misuse|young carer|radicalisation|radicalised|case conference|sexually assaulted|took his own life|took her own life|died by suicide|groomed online|been groomed|living in a refuge|women's refuge|extremist views|extremist material",
  ],
  ['safeguarding', 25, 'disclosed|disclosed to|disclosed that|disclosure|neglect|neglected|abused|sexual abuse|sexual assault|bruising|bruise|grooming|groomed|overdose|being hit|cutting herself|cutting himself'],
  ['sen', 45, 'ehcp|ehc plan|ehc needs|health and care plan|sen support|sen register|special educational need|SEMH|SLCN|PMLD|MLD|SPLD|individual education plan|pupil passport|IEP|SEND|SEN'],
  [
    'sen',
    35,
    "special needs|asd|autism|autistic|asperger's|aspergers|adhd|dyslexia|dyslexic|dyspraxia|dyspraxic|dyscalculia|language disorder|speech and language|speech therapy|speech therapist|educational psychologist|ed psych|learning difficulty|learning difficulties|learning disability|learning disabilities|down's syndrome|down syndrome|developmental delay|visual impairment|visually impaired|partially sighted|hearing impairment|hearing impaired|sensory needs|sensory processing|selective mutism|tourette's|tourettes|demand avoidance|access arrangements|foetal alcohol|FASD|annual review|top up funding|1 1 support|25% extra time|extra time 25%|rest breaks|stammer|stutter",
  ],
  [
    'health',
    35,
    "epilepsy|epileptic|seizure|anaphylaxis|anaphylactic|nut allergy|peanut allergy|food allergy|severe allergy|allergic reaction|allergic to|diabetes|diabetic|asthma|asthmatic|coeliac|crohn's|ulcerative colitis|cystic fibrosis|sickle cell|cerebral palsy|muscular dystrophy|spina bifida|haemophilia|leukaemia|chemotherapy|brain tumour|heart condition|hiv|hepatitis|eating disorder|anorexia|anorexic|bulimia|camhs|anxiety disorder|severe anxiety|panic attack|psychosis|psychotic|bipolar|schizophrenia|ptsd|compulsive disorder|mental health assessment|mental health crisis|mental health condition|medical condition|medical needs|healthcare plan|health care plan|care plan|catheter|gastrostomy|tube fed|cochlear implant|terminal illness|terminally ill|diagnosed with|eczema|scoliosis|chronic fatigue|incontinence|incontinent|soiling|paediatrician|hospitalised|miscarriage|ivf|hearing aid|wheelchair|wets herself|wets himself|wet herself|wet himself",
  ],
  [
    'health',
    25,
    'cancer|pregnant|pregnancy|tumour|surgery|disabled|disability|allergy|allergies|mental health|in hospital|bereavement|menopause|stroke|heart attack|depression|depressed|anxiety|diagnosis|migraine|counselling|counsellor|psychiatrist|psychologist|sectioned|breakdown',
  ],
  ['medicine', 35, 'epipen|epi pen|auto injector|adrenaline pen|insulin|antidepressant|anti depressant|sertraline|fluoxetine|ritalin|methylphenidate|melatonin|buccal midazolam|rescue medication|rescue med'],
  ['medicine', 25, 'medication|meds|inhaler'],
  [
    'care',
    45,
    "looked after child|child looked after|LAC|CLA|care order|foster carer|foster care|foster placement|foster family|foster parent|fostered|special guardianship|SGO|adoption order|placement order|kinship care|kinship carer|care leaver|children's home|personal education plan|previously looked after|child arrangements order|virtual school|PEP|must not be collected by|not to be collected by",
  ],
  ['care', 35, 'section 20|family court|taken into care'],
  ['care', 25, 'in care|adopted|looked after'],
  ['meals', 45, 'free school meal|FSM|FSM6|ever 6|pupil premium|nrpf|no recourse to public funds|hardship fund|dinner money arrears|dinner money debt'],
  ['meals', 35, 'PP|universal credit|income support|food bank|food parcel|asylum seeker|asylum seeking|emergency accommodation|temporary accommodation'],
  ['meals', 25, 'homeless|low income|benefits|evicted|debt'],
  [
    'behaviour',
    35,
    'fixed term exclusion|fixed period exclusion|suspended for|suspended until|excluded for|excluded until|fixed term suspension|permanent exclusion|permanently excluded|internal exclusion|managed move|pupil referral unit|PRU|alternative provision|bladed article|physical assault|youth offending|youth justice|YOT|police caution|behaviour incident|behaviour log|behaviour plan|behaviour points|positive handling|physical intervention|racist incident|persistent absentee|persistently absent|school refuser|EBSA|truanting',
  ],
  ['behaviour', 25, 'suspension|suspended|excluded|exclusion|knife|weapon|cannabis|illegal drugs|assaulted|assault|arrested|penalty notice|restrained|detention|vaping|drunk'],
  [
    'staff',
    35,
    'disciplinary hearing|disciplinary investigation|disciplinary meeting|capability procedure|capability process|capability meeting|capability review|formal capability|written warning|gross misconduct|settlement agreement|suspended on full pay|suspended from duty|suspended pending|signed off with|signed off sick|signed off work|sickness absence|sick leave|fit note|sick note|occupational health|return to work interview|long term sick|spinal point|union member|attachment of earnings|absence management',
  ],
  ['staff', 25, 'disciplinary|grievance|dismissal|dismissed|redundancy|redundant|signed off|return to work|support plan|performance management|salary|earns|pay scale|pay rise|criminal record|conviction|right to work|final warning'],
  ['belief', 35, "jehovah's witness|practising muslim|practising christian|practising catholic|identifies as trans|identifies as non binary|identifies as male|identifies as female"],
  [
    'belief',
    25,
    "ethnicity|ethnic origin|religion|muslim|jewish|hindu|sikh|buddhist|roman catholic|sexual orientation|sexuality|gay|lesbian|bisexual|transgender|trans|non binary|gender dysphoria|gender identity|transitioning|immigration status|refugee|gypsy roma",
  ],
];

export interface ConcernTerm {
  readonly term: string;
  readonly concern: Concern;
  readonly weight: number;
  /** True when it counts in capitals only. */
  readonly inCapitals: boolean;
  /** Words one of which must stand near it, in place of a person; of the policy's own terms alone. */
  readonly near?: readonly string[];
}

/** Every term, once it is asked for. */
export function concernTerms(): readonly ConcernTerm[] {
  const terms: ConcernTerm[] = [];
  for (const [concern, weight, list] of VOCABULARY) {
    for (const written of list.split('|')) {
      const term = written.toLowerCase();
      terms.push({ term, concern, weight, inCapitals: term !== written });
    }
  }
  return terms;
}
