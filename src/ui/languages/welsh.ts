import { welshPlural } from '../../text';
import { english } from './english';
import type { Words } from './english';
import { whyNot } from './why-not';

/** Picks a form: none, one, two, three, six, and all others, whose sounds change. */
const count = (number: number, forms: readonly [string, string, string, string, string, string]): string => forms[welshPlural(number)] as string;

/** A noun after a numeral: `2 beth`, `3 pheth`, `4 peth`. */
const counted = (number: number, plain: string, soft: string, aspirate: string): string =>
  `${number} ${count(number, [plain, plain, soft, aspirate, aspirate, plain])}`;

const days: { readonly [day: string]: string } = {
  today: 'heddiw', tomorrow: 'yfory', Monday: 'ddydd Llun', Tuesday: 'ddydd Mawrth', Wednesday: 'ddydd Mercher', Thursday: 'ddydd Iau',
  Friday: 'ddydd Gwener', Saturday: 'ddydd Sadwrn', Sunday: 'ddydd Sul', January: 'Ionawr', February: 'Chwefror', March: 'Mawrth', April: 'Ebrill',
  May: 'Mai', June: 'Mehefin', July: 'Gorffennaf', August: 'Awst', September: 'Medi', October: 'Hydref', November: 'Tachwedd', December: 'Rhagfyr',
};

const reasons: Words['reasons'] = {
  'recipient-entitled': 'Mae gan y derbynnydd hawl iddo.',
  'own-child-only': 'Dim ond data ei blentyn ei hun sydd ynddo.',
  'partner-agreement': 'Maen nhw’n bartner ac mae cytundeb ar waith.',
  'child-at-risk': 'Mae plentyn mewn perygl nawr.',
  'wrong-match': 'Nid yw’n sensitif: mae Heed wedi camgymryd.',
  'manager-agreed': 'Cytunodd fy rheolwr.',
};

const roles: { readonly [role: string]: string } = {
  it: 'Gwasanaethau TG',
  dpo: 'Swyddog diogelu data',
  dsl: 'Arweinydd diogelu (DSL)',
  hr: 'Adran Adnoddau Dynol (HR)',
  head: 'Pennaeth',
};

/** The pane in Welsh. */
export const welsh: Words = {
  product: 'Heed',
  severity: (severity) => ({ inform: 'Er gwybodaeth', warn: 'Gwiriwch cyn anfon', justify: 'Mae angen rheswm', block: 'Ni ellir ei anfon fel hyn' })[severity],
  basis: (basis) => ({ direct: 'Polisi', related: 'Canllawiau perthnasol', 'good-practice': 'Arfer da' })[basis],
  role: (role) => roles[role] ?? role,
  reasons,

  checking: 'Wrthi’n gwirio’r drafft hwn',
  checkingDetail: 'Wrthi’n darllen y drafft.',
  reading: (number, of, name) => `Wrthi’n darllen atodiad ${number} o ${of}: ${name}`,
  nothing: 'Dim i’w ddweud am y drafft hwn',
  nothingDetail: 'Does dim i’w gywiro.',
  toNobody: 'Nid yw Outlook yn dweud eto at bwy mae’n mynd. Pan fydd, bydd Heed yn edrych eto.',
  headline: (verdict, findings) => {
    switch (verdict) {
      case 'inform':
        return findings === 1 ? 'Gall y drafft hwn fynd, gydag un nodyn' : `Gall y drafft hwn fynd, gyda ${counted(findings, 'nodyn', 'nodyn', 'nodyn')}`;
      case 'warn':
        return findings === 1 ? 'Un peth i’w wirio cyn anfon' : `${counted(findings, 'peth', 'beth', 'pheth')} i’w gwirio cyn anfon`;
      case 'justify':
        return findings === 1 ? 'Un peth i’w gywiro, neu i roi rheswm drosto' : `${counted(findings, 'peth', 'beth', 'pheth')} i edrych arnynt cyn anfon`;
      case 'block':
        return 'Ni ellir anfon y drafft hwn fel y mae';
    }
  },
  headlineUnchecked: 'Ni ellid gwirio popeth',
  headlineJustified: 'Nodwyd eich rheswm: pwyswch Anfon eto',
  whatNowUnasked: 'Cywirwch ef yma cyn anfon.',
  whatNow: (verdict) => {
    switch (verdict) {
      case 'allow':
      case 'inform':
        return null;
      case 'warn':
        return 'Cywirwch ef yma. Neu, os yw’n iawn fel y mae, pwyswch Anfon a dewiswch ei anfon beth bynnag.';
      case 'justify':
        return 'Cywirwch ef yma. Neu, os yw’n iawn fel y mae, dewiswch reswm isod a phwyswch Anfon eto.';
      case 'block':
        return 'Cywirwch ef yma, yna pwyswch Anfon eto.';
    }
  },
  noPolicy: (reason) => `Does dim yn cael ei wirio yma. Rheswm: ${reason}.`,
  failed: 'Ni allai Heed wirio’r drafft hwn',
  failedDetail: 'Nid yw wedi’i wirio. Edrychwch ar y derbynwyr a’r atodiadau eich hun cyn anfon, neu gwiriwch eto.',
  checkAgain: 'Gwirio’r drafft hwn eto',
  notCheckedAtSend: 'Nid yw anfon yn cael ei wirio yn y fersiwn hon o Outlook',
  notCheckedAtSendDetail: 'Nid yw’r fersiwn hon o Outlook yn gadael i Heed edrych ar ddrafft pan fyddwch yn pwyso Anfon. Mae Heed yn ei wirio yma, bob tro y byddwch yn agor y panel hwn.',

  ofThese: (findings) => `${findings} o’r rhain`,
  findings: 'Yr hyn a gafwyd',
  evidence: 'Ble',
  showMore: (more) => (more === 1 ? 'Dangos un arall' : `Dangos ${more} arall`),
  quoted: (document) => `O: ${document}`,
  liveLink: (document) => `Darllen y fersiwn gyfredol o “${document}” (yn agor yn y porwr)`,
  goodPractice: 'Arfer da yw hyn, nid cymal o’r polisi.',

  removeAttachment: (name) => `Tynnu “${name}”`,
  attachmentRemoved: (name) => `Tynnwyd “${name}”.`,
  protectAttachment: (name) => `Rhoi copi â chyfrinair yn lle “${name}”`,
  attachmentProtected: (name, zip) => `Yn lle “${name}” mae’r ffeil â chyfrinair “${zip}”. Dangosir ei chyfrinair isod.`,
  attachmentBoth: (name, zip, reason) => `Mae “${zip}” wedi’i atodi, ond mae “${name}” yno o hyd. Rheswm: ${reason}. Tynnwch “${name}” eich hun.`,
  removeIt: 'Tynnu',
  protectIt: 'Rhoi cyfrinair',
  deedFor: (deed, name) => `${deed}: “${name}”`,
  removeAllAttachments: (files) => files === 2 ? 'Tynnu’r ddwy ffeil' : `Tynnu pob un o’r ffeiliau (${files})`,
  attachmentsRemoved: (files) => `Tynnwyd y ffeiliau (${files}).`,
  protectAllAttachments: (files) => `Rhoi un ffeil â chyfrinair yn lle’r ${files === 2 ? 'ddwy ffeil' : `ffeiliau i gyd (${files})`}`,
  attachmentsProtected: (files, zip) => `Yn lle’r ffeiliau (${files}) mae’r ffeil â chyfrinair “${zip}”. Dangosir ei chyfrinair isod.`,
  protectedFiles: 'Ffeiliau â chyfrinair',
  stillThere: (names) => `Yno o hyd: ${names}. Tynnwch nhw eich hun.`,
  removeRecipient: (address) => `Tynnu ${address}`,
  recipientRemoved: (address) => `Tynnwyd ${address}.`,
  removeAllRecipients: (addresses) => addresses === 2 ? 'Tynnu’r ddau gyfeiriad' : `Tynnu pob un o’r cyfeiriadau (${addresses})`,
  recipientsRemoved: (addresses) => `Tynnwyd y cyfeiriadau (${addresses}).`,
  moveToBcc: 'Symud pawb i Bcc, fel na fyddant yn gweld cyfeiriadau ei gilydd',
  movedToBcc: 'Mae pawb yn Bcc nawr.',
  replyToSenderOnly: 'Ateb yr anfonwr yn unig',
  repliesToSender: 'Mae’r drafft hwn nawr yn mynd at yr anfonwr yn unig.',
  subjectLabel: 'Pwnc',
  subjectMissing: 'Ysgrifennwch ychydig eiriau sy’n dweud am beth mae hwn.',
  addSubject: 'Defnyddio’r pwnc hwn',
  subjectAdded: (subject) => `Y pwnc nawr yw “${subject}”.`,
  schedule: (when) => `Trefnu ei anfon ${when}`,
  scheduled: (when) => `Mae wedi’i drefnu ar gyfer ei anfon ${when}. Pwyswch Anfon: bydd Outlook yn ei gadw tan hynny.`,
  when: (day, time) => `${day.split(' ').map((word) => days[word] ?? word).join(' ')} am ${time}`,
  removePassword: 'Tynnu’r cyfrinair o’r testun',
  passwordRemoved: 'Nid yw’r cyfrinair yn y testun bellach.',
  passwordRemovedFrom: (line) => `Nid yw’r cyfrinair yn y testun bellach. Darllenwch linell ${line} eto: mae’r geiriau o’i gwmpas yno o hyd.`,
  passwordRemovedAlone: 'Nid yw’r cyfrinair yn y testun bellach. Darllenwch y testun eto: mae’r geiriau o’i gwmpas yno o hyd.',
  removeDetails: 'Tynnu’r manylion hyn o’r testun',
  detailsRemoved: 'Nid yw’r manylion yn y testun bellach. Darllenwch y testun eto: mae’r geiriau o’u cwmpas yno o hyd.',
  changeFrom: (address) => `I’w anfon fel chi’ch hun, agorwch Oddi wrth uwchben y drafft a dewiswch ${address}. Yna gwiriwch y drafft hwn eto.`,
  saveDraft: 'Ei gadw fel drafft',
  draftSaved: 'Mae wedi’i gadw yn Drafftiau.',
  openOneDrive: 'Agor OneDrive, i rannu dolen yn lle hynny (yn agor yn y porwr)',
  openSharing: 'Darllen sut mae rhannu ffeiliau yma (yn agor yn y porwr)',
  useInstead: (label: string): string => `Ei roi yma yn lle hynny: ${label} (yn agor yn y porwr)`,
  tellOfData: (role) => `Wedi anfon rhywbeth fel hyn o’r blaen? Rhowch wybod i: ${role}`,
  reportSlip: (role) => `Rhoi gwybod am lithriad i: ${role}`,
  told: 'Mae e-bost newydd ar agor ac wedi’i lenwi. Ni chaiff dim ei anfon nes i chi ei anfon.',
  tellSubject: english.tellSubject,
  tellBody: english.tellBody,
  slipSubject: english.slipSubject,
  slipBody: english.slipBody,
  notMine: (address) => `Nid fi biau ${address}`,
  notMineKept: (address) => `Nodwyd: ni chymerir mai chi biau ${address} eto yn y blwch post hwn.`,
  family: (address) => `Mae ${address} yn perthyn i mi`,
  familyKept: (address) => `Nodwyd yn y blwch post hwn, i chi’n unig: mae ${address} yn perthyn i chi.`,
  notDoneFor: (name, reason) => `Ni weithiodd hynny ar gyfer “${name}”. Rheswm: ${reason}. Nid oes dim wedi newid.`,
  notDone: (reason) => `Ni weithiodd hynny. Rheswm: ${reason}.`,
  because: whyNot({
    'Outlook gave no draft to read': 'ni roddodd Outlook ddrafft i’w ddarllen',
    'Outlook gave recipients that make no sense': 'rhoddodd Outlook dderbynwyr nad ydynt yn gwneud synnwyr',
    'there may be more recipients than Outlook shows here': 'efallai fod mwy o dderbynwyr nag y mae Outlook yn eu dangos yma',
    'one of the other recipients has no address that can be set again': 'does gan un o’r derbynwyr eraill ddim cyfeiriad y gellir ei osod eto',
    'one of the recipients has no address that can be moved': 'does gan un o’r derbynwyr ddim cyfeiriad y gellir ei symud',
    'nobody with that address is among the recipients': 'does neb â’r cyfeiriad hwnnw ymhlith y derbynwyr',
    'a meeting has no Bcc': 'does dim Bcc gan gyfarfod',
    'a meeting is no reply': 'nid ateb yw cyfarfod',
    'this is not a reply': 'nid ateb yw hwn',
    'there is nobody under To': 'does neb o dan At',
    'a list stands first under To, so it is not known who wrote': 'rhestr sydd gyntaf o dan At, felly ni wyddys pwy ysgrifennodd',
    'it is larger than Outlook takes': 'mae’n fwy nag y mae Outlook yn ei dderbyn',
    'an invitation cannot be scheduled': 'ni ellir trefnu amser anfon gwahoddiad',
    'it is no longer attached': 'nid yw wedi’i atodi mwyach',
    'that time has passed': 'mae’r amser hwnnw wedi mynd heibio',
    'the words are no longer there': 'nid yw’r geiriau yno mwyach',
    'the draft has changed since it was checked': 'mae’r drafft wedi newid ers ei wirio',
    'they could not be taken out and the rest kept': 'ni ellid eu tynnu a chadw’r gweddill',
    'this Outlook keeps no settings of yours': 'nid yw’r Outlook hwn yn cadw gosodiadau',
    'nothing is kept about this email': 'ni chedwir dim am yr e-bost hwn',
    'a part of the draft could not be read': 'ni ellid darllen rhan o’r drafft',
    'a part of the draft could not be read, so no reason can be kept with it': 'ni ellid darllen rhan o’r drafft, felly ni ellir cadw rheswm gydag ef',
    late: 'nid atebodd Outlook mewn pryd',
    refused: 'ni wnaeth Outlook hynny',
    missing: 'ni all yr Outlook hwn wneud hynny',
  }),
  working: 'Wrthi’n newid y drafft…',

  copyAttached: 'Mae’r ffeil â chyfrinair wedi’i hatodi',
  copyDetail: (zip) => `Dim ond gyda’r cyfrinair hwn y mae “${zip}” yn agor. Fe’i dangosir unwaith, ac ni chaiff ei gadw yn unman.`,
  copiesAttached: 'Mae’r ffeiliau â chyfrinair wedi’u hatodi',
  copiesDetail: (zips) => `Dim ond gyda’r cyfrinair hwn y mae’r rhain yn agor: ${zips}. Fe’i dangosir unwaith, ac ni chaiff ei gadw yn unman.`,
  password: 'Cyfrinair',
  copyPassword: 'Copïo’r cyfrinair',
  passwordCopied: 'Mae’r cyfrinair wedi’i gopïo.',
  passwordNotCopied: 'Ni ellid ei gopïo. Dewiswch ef a’i gopïo eich hun.',
  passOn: 'Rhowch ef dros y ffôn, ar Teams neu wyneb yn wyneb, byth mewn e-bost.',
  whatItNeeds:
    'Bydd angen 7-Zip neu WinZip ar y derbynnydd yn Windows, neu Keka neu The Unarchiver ar Mac. Efallai na fydd y ffolder zip sy’n dod gyda Windows, yn enwedig rhai hŷn, yn ei hagor.',
  passwordDone: 'Mae’r cyfrinair gen i: ei guddio',
  passwordHidden: 'Mae’r cyfrinair wedi’i guddio. Ni ellir ei ddangos eto.',

  giveReason: 'Ei anfon beth bynnag',
  emergency: 'Mae plentyn mewn perygl nawr: ei anfon ar unwaith',
  chooseReason: 'Pam mae’n iawn anfon hwn?',
  note: 'Nodyn, os oes angen un',
  noteHelp: (longest) => `Hyd at ${longest} nod. Peidiwch ag enwi disgyblion.`,
  reasonMissing: 'Dewiswch reswm yn gyntaf.',
  useReason: 'Rhoi’r rheswm hwn',
  reasonGiven: (reason) => `Y rheswm a roddwyd: ${reason}`,
  reasonIsGiven: 'Rhoddwyd rheswm',
  reasonGivenDetail: 'Mae’n cyfrif ar gyfer y drafft hwn fel y mae nawr. Os newidiwch unrhyw beth, ni fydd yn cyfrif mwyach.',
  reasonVoid: 'Mae’r drafft wedi newid, felly nid yw’r rheswm a roddwyd yn cyfrif mwyach. Mae Heed wedi’i wirio eto.',
  draftChanged: 'Mae’r drafft wedi newid. Mae Heed wedi’i wirio eto.',
  reasonNotKept: 'Mae’r drafft wedi newid, felly ni chadwyd eich rheswm. Mae Heed wedi’i wirio eto: rhowch y rheswm eto os yw’n dal yn wir.',

  blocked: 'Does dim modd ei anfon fel hyn.',
  callIfWrong: (role, contact) => `Os yw hyn yn anghywir, ${contact.includes('@') ? 'cysylltwch â' : 'ffoniwch'}: ${role}, ${contact}.`,
  callIt: 'Os yw hyn yn anghywir, ffoniwch y Gwasanaethau TG.',

  unchecked: 'Heb ei wirio',
  uncheckedAttachment: (name) => `“${name}”`,

  whoToAsk: 'Ddim yn siŵr?',
  lineManager: 'Gofynnwch i’ch rheolwr llinell.',
  askThem: 'Gofynnwch i’ch rheolwr llinell, neu:',
  languageHelp: 'Angen help mewn iaith arall? Cysylltwch â’r Adran Adnoddau Dynol (HR Department).',
  policyIsEnglish: 'Yn Saesneg y mae polisi eich ysgol, felly dyfynnir ef yn Saesneg.',
  unreviewed: 'Nid yw siaradwr brodorol wedi gwirio’r cyfieithiad hwn eto.',
  privacy: 'Preifatrwydd',
  privacyDetail: 'Mae Heed yn darllen y drafft hwn ar y cyfrifiadur hwn. Nid oes dim amdano’n gadael y cyfrifiadur hwn, ac ni chaiff dim ei adrodd i neb.',
  privacyReason: 'Mae’r rheswm a rowch yn aros gyda’r drafft nes iddo gael ei anfon.',
  about: (policy, version) => `Polisi: ${policy}, ${version}`,
  policyBuiltIn: 'Daeth gyda’r ychwanegyn hwn.',
  policySigned: (number, when) => `Rhif ${number} yw hwn, a lofnodwyd ar ${when}.`,
  policyConfirmed: (minutes) => {
    if (minutes < 2) return 'Cadarnhaodd eich sefydliad ef nawr.';
    if (minutes < 120) return `Cadarnhaodd eich sefydliad ef ${minutes} munud yn ôl.`;
    return minutes < 2880 ? `Cadarnhaodd eich sefydliad ef ${Math.round(minutes / 60)} awr yn ôl.` : `Cadarnhaodd eich sefydliad ef ${Math.round(minutes / 1440)} diwrnod yn ôl.`;
  },
  policyRefused: 'Ni dderbyniwyd polisi mwy newydd',
  policyRefusedDetail: (reason) => `Mae’r polisi blaenorol yn dal mewn grym (${reason}). Gall Gwasanaethau TG ei gywiro.`,
  policyStale: 'Dim ond rhoi gwybod y mae Heed am y tro',
  policyStaleDetail: (days) => `Nid yw wedi clywed am ei bolisi ers mwy na ${days} diwrnod, felly nid yw’n atal dim. Gall Gwasanaethau TG ei gywiro.`,
  triedOut: 'Mae Heed yn cael ei brofi: nid yw dim y mae’n ei ganfod yn atal e-bost.',
  silent: 'Efallai nad yw Heed yn gwirio',
  silentDetail: 'Ni chafodd hunanbrawf heddiw, drafft dychmygol, ei atal fel y dylai. Peidiwch â dibynnu ar Heed nes bod y Gwasanaethau TG wedi edrych arno.',
  whatWorks: 'Beth sy’n gweithio yma',
  makeTrace: 'Gwneud trywydd i’r Gwasanaethau TG',
  traceDetail: 'Mewn trywydd mae cyfrifon, meintiau, amseroedd a chanlyniadau. Nid oes ynddo gyfeiriad, enw, pwnc na gair o’r e-bost.',
  copyTrace: 'Copïo’r trywydd',
  traceCopied: 'Mae’r trywydd wedi’i gopïo. Gludwch ef mewn e-bost at y Gwasanaethau TG.',
  traceMarked: 'Nid yw’r Outlook hwn yn gadael i Heed gopïo. Mae’r trywydd wedi’i farcio: pwyswch Ctrl+C, neu Command+C ar Mac.',
  build: (version, build) => `Heed ${version}, adeiladiad ${build}`,
};
