/* Written by test/detectors/secret-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a candidate without any sign or word below is worth, in points. */
export const BIAS = -12;

/** What each sign adds, in the order of `SIGNS`. */
export const SIGN_POINTS: readonly number[] = [8, -22, 5, -1, 3, -16, -10, 1, 3, 12, -21, -20, -3, 10, 0, -24, -11, -7, 17, 8, 15, -1, 13, 0, 4, -2, -14, 8, 10, -3, 7, -3, -7, -8, 7, 7, 6, 14, -7, 7, 11, 1, 1, 14, 10, 11, 3, -2, -18, 17, 8, -6, -1, -4];

/** What stems add by where they stand; `*` is a name, `#4` a number of four digits or more. */
export const WORD_POINTS: readonly (readonly (readonly [points: number, stems: string])[])[] = [
  // straight before it
  [
    [23, "password"],
    [14, "is"],
    [13, "pin"],
    [10, "key lock"],
    [9, "cod then"],
    [8, "its now padlock"],
    [7, "door still with"],
    [6, "want"],
    [5, "passcod put typ use"],
    [4, "her it past s stick stor tak"],
    [3, "again alarm combination need p pas w"],
    [-3, "for inv invoic licenc machin model po ral red report was"],
    [-4, "#1 #3 call error id lost of sinc sk"],
    [-5, "#4 asset from ord"],
    [-6, "at end in no numb the"],
    [-7, "ext ref ticket"],
    [-14, "*"],
  ],
  // near before it
  [
    [15, "pin"],
    [12, "door"],
    [10, "set"],
    [9, "lock"],
    [8, "cupboard stor"],
    [7, "front it key"],
    [6, "alarm cod just open saf security"],
    [5, "ask back bus copi gat has its keypad padlock password thi told"],
    [4, "as exampl guest kitchen login offic phon plant round staf staffroom trolley visitor you"],
    [3, "1st 5g admin anab3 been bin chang finish for frog61 gym hatch lid mailbox main new pass piano pictur prep pta punch secur serial ssid tim view what zip"],
    [-3, "and b begin book bring budget classroom cours desk dob event final fre g guid jo left lik lin look ni not or out parent person quiz quot right ring say sn start stuck ticket uci £"],
    [-4, "a centr delivery gam hazelwood must nhs of privat rsa we"],
    [-5, "? clas e escap no ref tax upn"],
    [-6, "#4 at numb ord"],
    [-7, "sort"],
    [-8, "* your"],
    [-9, "#1"],
    [-10, "#2"],
    [-11, "#3"],
  ],
  // near after it
  [
    [9, "it then"],
    [7, "as that the you"],
    [6, "dont handl pres tell turn"],
    [5, "now omark2 quick want"],
    [4, "aft alarm green leav left light low mr pls scienc stick tree42 within"],
    [3, "back be capital cas chang every field hard i its keep l load lock los mix must old one only per ring stop t1 ta thi top vat week when £"],
    [-3, "#3 account attach could cov hi laptop m mark room s send thank wat weak"],
    [-4, "and are at befor blu centr com gat rsa user"],
    [-5, "#4 or password"],
    [-6, "if with"],
    [-7, "they"],
    [-8, ":"],
  ],
  // further off
  [
    [13, "lock"],
    [12, "pin"],
    [11, "alarm"],
    [10, "cupboard door"],
    [8, "cabinet log saf tablet wifi"],
    [7, "licenc parent shar"],
    [6, "5p acces backup card dept dial fri front login mobil passcod password recovery sign"],
    [5, "3pm admin again bag bath bik cas dont each els ins ipad it key lan music newbi phon pupil roof room shed sheet stand"],
    [4, "8p account aid assistant back bank bell boil box cag clean cleaner cod drama draw guest hi keypad ks3 left ll mailbox mfa need padlock panel petty ph prepaid pta re renew renewal round sec set shut sorry temp ten ttrockstar vm without £"],
    [3, "14b 5h absenc area arriv badg both browni cash chair choir consol cpom desk doubl driv drum exampl fee fil float for frank fridg furth gap gat h4 hard hartsmer hat him hotspot i install its kid littl loo lorry los max me messag might min mock money mono much now nursery off oh onc only open outsid pdf pizza platform practic pres product promis purs r register remot replac reset ring rota sat silenc sit small stapl starter stick suit sêf tissu tonight und up urn used wait wak well westbrook wheel when wont x x2 x6 yr"],
    [-3, "* 8300h an answ as bad begin chang clas clipboard colleagu com confirm count crash d2 dev extension field fin final find formation from g grid group had hmrc j kahoot l label look loop mad met model n nam out p2 p6 paid pe peopl piec plac privat run scrap sort stuck tak tb8q4 team told touch trackabl train try u w walk we wed week wher who window"],
    [-4, "1257l a button contact desktop do e entry esc far firmwar first fn fre http if lin mm mov noth payslip point quiz red rest sam serv shortcut sinc tax uniform will would writ"],
    [-5, "clock did end gam going help m no s their two was"],
    [-6, "#1 #3 : d good show which"],
    [-7, "or ord"],
    [-8, "? with"],
    [-9, "and"],
    [-10, "#4"],
  ],
];

/** The points from which on a candidate is taken for a secret. */
export const LEAST = -3;
