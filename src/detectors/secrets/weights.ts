/* Written by test/detectors/secret-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a candidate without any sign or word below is worth, in points. */
export const BIAS = -14;

/** What each sign adds, in the order of `SIGNS`. */
export const SIGN_POINTS: readonly number[] = [8, -19, 6, 0, 3, -15, -9, 1, 4, 11, -20, -19, -4, 9, 0, -23, -11, -7, 17, 8, 15, -1, 14, 0, 4, 0, -13, 7, 10, -2, 7, -4, -5, -7, 8, 6, 6, 14, -7, 7, 11, 3, 0, 1, 14, 8, 10, 2, -2, -18, 16, 9, -4, -1, -3];

/** What stems add by where they stand; `*` is a name, `#4` a number of four digits or more. */
export const WORD_POINTS: readonly (readonly (readonly [points: number, stems: string])[])[] = [
  // straight before it
  [
    [22, "password"],
    [13, "is"],
    [12, "pin"],
    [10, "lock"],
    [9, "key then"],
    [8, "cod its now"],
    [7, "door padlock still"],
    [6, "with"],
    [5, "put typ use want"],
    [4, "passcod past stor tak"],
    [3, "again alarm combination her it need p s stick w"],
    [-3, "as call for inv licenc model po ral red report sk"],
    [-4, "#1 #3 error id lost of ord sinc"],
    [-5, "#4 asset at from the"],
    [-6, "end in no numb ticket"],
    [-7, "ref"],
    [-8, "ext"],
    [-14, "*"],
  ],
  // near before it
  [
    [14, "pin"],
    [11, "door"],
    [9, "lock set"],
    [8, "stor"],
    [7, "cupboard front it key"],
    [6, "alarm back saf"],
    [5, "ask cod gat has its just open padlock password security"],
    [4, "as bus copi exampl keypad kitchen login new phon plant staffroom thi told trolley you"],
    [3, "1st admin anab3 bin frog61 guest gym hatch lid mailbox main offic pass piano pictur pool prep pta punch round serial ssid staf then tim visitor zip"],
    [-3, "a and begin book bring budget candidat centr classroom cours desk dob final fre g in left lik lin look ni not parent quiz right ring say sn stuck ticket uci usernam we £"],
    [-4, "delivery e gam hazelwood jo must nhs privat rsa"],
    [-5, "? clas escap no of ref tax"],
    [-6, "#4 at numb ord upn"],
    [-7, "sort"],
    [-8, "* your"],
    [-9, "#1 #2"],
    [-11, "#3"],
  ],
  // near after it
  [
    [9, "it then"],
    [7, "tell that the you"],
    [6, "as dont pres turn"],
    [5, "handl omark2 want"],
    [4, "aft green leav left light low mr now pls quick scienc stick tree42"],
    [3, "alarm back be capital cas chang field for hard i its keep l load lock los mix must old one only per ring second stop t1 ta vat week within £"],
    [-3, "#3 account are com could cov laptop s weak"],
    [-4, "#4 and at befor blu centr gat or room rsa user"],
    [-5, "with"],
    [-6, "if password they"],
    [-7, ":"],
  ],
  // further off
  [
    [12, "lock"],
    [11, "alarm pin"],
    [10, "door"],
    [9, "cupboard"],
    [8, "log"],
    [7, "cabinet saf shar tablet wifi"],
    [6, "5p acces backup dept dial front licenc login parent recovery sign"],
    [5, "again bag bath card dont els fri ins ipad key mobil music passcod phon pupil roof shed stand"],
    [4, "3pm 8p admin aid assistant bell bik boil box cas clean cleaner cod draw each gat it keypad max min need newbi padlock panel password petty ph prepaid pta re renew renewal room round sheet shut sit sorry temp ttrockstar vm wheel without"],
    [3, "14b 5h account arriv back bank both but cag caretak cash chair choir colour consol cpom desk doubl drama driv exampl fee fil float for fridg furth gap guest h4 hard hat hi him hotspot i ignor its kid ks3 left link littl ll loo lorry los mailbox me messag mfa mock money now numb nursery off oh one pdf pizza platform practic pres product purs remot reset ring sat sec set silenc small stapl starter stick suit sêf ten ther und unit up urn used wait wak wat well when wont x x2 x6 £"],
    [-3, "8300h an answ as begin button chang colleagu com dat desktop engin everyon extension field find first formation from g had http id kahoot l lin list look lost mad model nam p2 paid pe peopl privat quiz quot run sam serv shortcut sinc sort stuck tak team touch w we wed week wher will writ"],
    [-4, "1257l a contact do e end entry far firmwar fn fre gam going if m mm mov noth payslip point rest s tax two uniform would"],
    [-5, "#1 #3 : clock did help no red show their was which"],
    [-6, "d good or"],
    [-7, "? ord with"],
    [-9, "and"],
    [-10, "#4"],
  ],
];

/** The points from which on a candidate is taken for a secret. */
export const LEAST = 0;
