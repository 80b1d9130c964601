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

export type Concern = 'safeguarding' | 'sen' | 'health' | 'care' | 'meals' | 'behaviour' | 'staff' | 'belief' | 'own';

/** What each is called after a number and “people's”, most telling first. */
export const CONCERN_DETAILS: { readonly [concern in Concern]: string } = {
  safeguarding: 'safeguarding details',
  sen: 'SEN needs',
  health: 'health details',
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
    "child protection plan|child protection conference|child protection concern|child protection medical|cp plan|cp conference|child in need plan|child in need|cin plan|cin meeting|section 47|s47|mash referral|MASH|LADO|ICPC|strategy meeting|strategy discussion|initial case conference|core group meeting|core group|early help plan|early help assessment|children's social care|CPOMS|myconcern|safeguarding referral|safeguarding concern|safeguarding incident|safeguarding log|safeguarding disclosure|child protection file|child protection|operation encompass|police protection|emergency protection order|prevent referral|channel panel|MARAC|non molestation order|registered sex offender|missing from home|missing episode|county lines|child sexual exploitation|criminal exploitation|CSE|CCE|FGM|female genital mutilation|forced marriage|honour based abuse|honour based violence|self harm|self harming|self harmed|self harms|cause for concern|welfare concern|social care referral|allegation against|made a disclosure|disclosed abuse|frightened to go home|unsafe at home|hit at home|beaten at home|contextual safeguarding",
  ],
  [
    'safeguarding',
    35,
    "social worker|social services|children's services|section 17|domestic abuse|domestic violence|physical abuse|emotional abuse|harmful sexual behaviour|nude images|sexting|unexplained injury|unexplained injuries|unexplained bruising|suicidal|suicidal thoughts|suicidal ideation|attempted suicide|suicide attempt|took an overdose|substance misuse|young carer|radicalisation|radicalised|police welfare check|case conference|disclosed that|disclosed to",
  ],
  ['safeguarding', 25, 'disclosed|disclosure|neglect|neglected|sexually abused|sexual abuse|sexual assault|sexually assaulted|sexually harassed|bruising|bruises|bruise|grooming|groomed|overdose|being hit|cutting herself|cutting himself|hurting herself|hurting himself|physically abused|abused'],
  [
    'sen',
    45,
    'ehcp|ehc plan|ehc needs assessment|education health and care plan|education, health and care plan|education health care plan|sen support|send support|sen register|send register|sen status|special educational need|special educational needs|SEMH|SLCN|PMLD|MLD|SPLD|individual education plan|individual support plan|ehcna|one page profile|pupil passport|SENCO|SEND|SEN',
  ],
  [
    'sen',
    35,
    "special needs|asd|autism|autistic|autistic spectrum|autism spectrum|autistic spectrum disorder|autism spectrum disorder|autism spectrum condition|asperger's|aspergers|adhd|dyslexia|dyslexic|dyspraxia|dyspraxic|dyscalculia|dysgraphia|developmental language disorder|speech and language therapy|speech and language therapist|speech therapy|educational psychologist|ed psych|learning difficulty|learning difficulties|learning disability|learning disabilities|down's syndrome|down syndrome|global developmental delay|developmental delay|visual impairment|visually impaired|hearing impairment|hearing impaired|sensory processing disorder|sensory needs|selective mutism|selectively mute|tourette's|tourette's syndrome|tourettes|pathological demand avoidance|oppositional defiant|access arrangements|foetal alcohol|FASD|annual review|top up funding|one to one support|1 1 support",
  ],
  [
    'health',
    35,
    "epilepsy|epileptic|epileptic seizure|epipen|epi pen|auto injector|adrenaline pen|anaphylaxis|anaphylactic|anaphylactic shock|nut allergy|peanut allergy|food allergy|severe allergy|allergic reaction|allergic to|type 1 diabetes|type 2 diabetes|type 1 diabetic|diabetes|diabetic|insulin|insulin pump|asthma|asthma attack|asthmatic|asthma inhaler|coeliac|coeliac disease|crohn's|crohn's disease|ulcerative colitis|cystic fibrosis|sickle cell|sickle cell disease|cerebral palsy|muscular dystrophy|spina bifida|haemophilia|leukaemia|chemotherapy|brain tumour|heart condition|arthritis|hiv|hiv positive|hepatitis|eating disorder|anorexia|anorexic|bulimia|camhs|cypmhs|anxiety disorder|severe anxiety|panic attack|psychosis|psychotic|bipolar|schizophrenia|ptsd|obsessive compulsive disorder|mental health assessment|mental health crisis|mental health condition|mental health difficulties|antidepressant|anti depressant|sertraline|fluoxetine|citalopram|ritalin|methylphenidate|concerta|melatonin|buccal midazolam|rescue medication|rescue med|medical condition|medical needs|individual healthcare plan|individual health care plan|healthcare plan|health care plan|care plan|catheter|gastrostomy|tube fed|cochlear implant|terminal illness|terminally ill|diagnosed with|eczema|scoliosis|long covid|chronic fatigue|incontinence|incontinent|soiling|paediatrician|hospitalised|mental health act|miscarriage|miscarried|ivf",
  ],
  [
    'health',
    25,
    'cancer|pregnant|pregnancy|tumour|surgery|disabled|disability|wheelchair|allergy|allergies|mental health|in hospital|bereavement|hysterectomy|menopause|stroke|heart attack|depression|depressed|anxiety|medication|seizure|diagnosis|diagnosis of|migraine|hearing aid|inhaler|counselling|counsellor|psychiatrist|psychologist|sectioned|chemo|operation on|breakdown|nervous breakdown',
  ],
  [
    'care',
    45,
    "looked after child|child looked after|LAC|CLA|interim care order|full care order|care order|foster carer|foster care|foster placement|foster family|foster parent|fostered|special guardianship|special guardianship order|SGO|adoption order|placement order|kinship care|kinship carer|care leaver|children's home|residential placement|personal education plan|pep meeting|previously looked after|private fostering|child arrangements order|prohibited steps order|virtual school",
  ],
  ['care', 35, 'section 20|family court|taken into care'],
  ['care', 25, 'in care|adopted|looked after'],
  [
    'meals',
    45,
    'free school meal|free school meals|FSM|FSM6|ever 6|pupil premium|pupil premium plus|nrpf|no recourse to public funds|hardship fund|dinner money arrears|dinner money debt',
  ],
  ['meals', 35, 'universal credit|income support|food bank|food parcel|asylum seeker|asylum seeking|emergency accommodation|temporary accommodation'],
  ['meals', 25, 'homeless|low income|benefits|evicted|debt'],
  [
    'behaviour',
    35,
    'fixed term exclusion|fixed period exclusion|fixed term suspension|permanent exclusion|permanently excluded|permanently exclude|internal exclusion|managed move|pupil referral unit|PRU|offsite direction|alternative provision|bladed article|physical assault|youth offending|youth justice|YOT|youth caution|police caution|behaviour incident|behaviour log|behaviour plan|positive handling|physical intervention|peer on peer|child on child|racist incident|persistent absentee|persistently absent|school refuser|emotionally based school avoidance|EBSA|behaviour points|truanting',
  ],
  ['behaviour', 25, 'suspension|suspended|excluded|exclusion|knife|weapon|cannabis|illegal drugs|drug use|assaulted|assault|arrested|penalty notice|restrained|detention|vaping|drunk'],
  [
    'staff',
    35,
    'disciplinary hearing|disciplinary investigation|disciplinary meeting|capability procedure|capability process|capability meeting|formal capability|final written warning|written warning|gross misconduct|settlement agreement|suspended on full pay|suspended from duty|sickness absence|sick leave|fit note|sick note|occupational health|return to work interview|stage 1 absence|stage 2 absence|long term sick|maternity leave|spinal point|dbs disclosure|trade union member|union member|attachment of earnings|absence management',
  ],
  ['staff', 25, 'disciplinary|disciplinary action|grievance|dismissal|dismissed|redundancy|redundant|signed off|return to work|support plan|performance management|salary|pay scale|pay rise|pay award|criminal conviction|criminal record|conviction|spent conviction|right to work|final warning'],
  [
    'belief',
    25,
    "ethnicity|ethnic origin|religion|muslim|jewish|hindu|sikh|buddhist|roman catholic|jehovah's witness|sexual orientation|sexuality|gay|lesbian|bisexual|transgender|trans|non binary|gender dysphoria|gender identity|gender reassignment|transitioning|immigration status|refugee|gypsy roma",
  ],
];

export interface ConcernTerm {
  readonly term: string;
  readonly concern: Concern;
  readonly weight: number;
  /** True when it counts in capitals only. */
  readonly inCapitals: boolean;
}

export const CONCERN_TERMS: readonly ConcernTerm[] = VOCABULARY.reduce<ConcernTerm[]>((all, [concern, weight, terms]) => {
  for (const written of terms.split('|')) all.push({ term: written.toLowerCase(), concern, weight, inCapitals: /^[A-Z0-9]+$/.test(written) && /[A-Z]/.test(written) });
  return all;
}, []);
