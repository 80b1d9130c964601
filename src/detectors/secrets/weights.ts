/* Written by test/detectors/secret-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a candidate without any sign or word below is worth, in points. */
export const BIAS = -17;

/** What each sign adds, in the order of `SIGNS`. */
export const SIGN_POINTS: readonly number[] = [-15, 11, 5, 10, -17, -7, -7, 6, 4, -21, -27, 9, 26, -18, 7, 16, 19, -3, -22, 12, -8, -5, 20, -20, 6, -11, -4, 5, 11, 6, -10, 10, 11, -2, 6, 10, 13, 6, 11, 14, 12, -30, 19, 10, -11];

/** What classes of stems add where they stand straight before, near before, near after and further off. */
export const CLASS_POINTS: readonly (readonly [points: readonly number[], stems: string])[] = [
  [[-28, -12, 2, -1], "ord purchas invoic quot ref referenc parcel delivery item stock product part batch vouch promo discount model serial version build error ticket cas job claim form policy minut claus section pag exam pap component unit spec qualification candidat centr entry cours modul clas set lesson bay seat row district postcod budget cost tax pay grant charity company asset tag pat ext bus train flight book fil sheet cell port colour project grad level licenc plat crim log numb no id tabl question"],
  [[-11, -22, -12, -13], "gam quiz puzzl escap treasur lost won beat scor final leagu match goal aggregat formation team lap hymn scen ciph math meet kahoot"],
  [[31, 21, 6, 14], "gat door lock padlock saf alarm keypad panel cupboard cabinet draw shed hut garag stor barri shut hatch box chain till copi voicemail phon mobil key entranc porch pavilion pin combination unlock bolt latch handl"],
  [[9, 8, -10, 10], "wifi wireles rout login account usernam user zip tablet ipad laptop chromebook comput pc password passcod sign app sit portal mailbox machin"],
  [[21, 10, 8, 1], "typ punch pres ent put dial tap try use tak want need get let set chang"],
];

/** What stems add besides by where they stand; `*` is a name, `#4` a number of four digits or more. */
export const WORD_POINTS: readonly (readonly (readonly [points: number, stems: string])[])[] = [
  // straight before it
  [
    [23, "password"],
    [13, "is then"],
    [8, "its"],
    [7, "cod it still"],
    [6, "anab3 bus now otp with"],
    [5, "card has omark2 padlock past phon"],
    [4, "5hclas archiv her r21 w"],
    [-4, "#3 inv"],
    [-5, "#4 call from jad kofi report stif"],
    [-6, "as end ent for in let sinc sit"],
    [-7, "of the"],
    [-10, "at"],
    [-11, "*"],
  ],
  // near before it
  [
    [16, "set"],
    [11, "it"],
    [10, "security"],
    [9, "pw"],
    [8, "just open pin"],
    [7, "ask cod front thistl"],
    [6, "cash entry exampl its offic piano tin"],
    [5, "as bus id kitchen math plu tim word y2"],
    [4, "door plant pta stor told"],
    [-4, "budget full g that"],
    [-5, "again conferenc delivery e escap event guid lin ord r21 spell we"],
    [-6, "at dob is or out shut till"],
    [-7, "* jo shed unlock"],
    [-8, "#2 ? potential privat rsa sort upn your"],
    [-9, "#4"],
    [-10, "a"],
    [-12, "#1 #3"],
  ],
  // near after it
  [
    [11, "light"],
    [9, "it"],
    [8, "handl that the you"],
    [7, "login low quick then turn"],
    [6, "aft as cas pres tell"],
    [5, "diesel dont down food hard now old omark2 push shout"],
    [4, "a21 dial no nobody one only want wip £"],
    [-4, "clear weak"],
    [-5, "#3 attach cloud5 could goldfish2 social sunny8 use"],
    [-6, "befor with"],
    [-8, "has put rsa they"],
    [-9, "#4"],
    [-12, ":"],
  ],
  // further off
  [
    [14, "log"],
    [9, "acces aid backup recovery shar"],
    [8, "cas pta tablet"],
    [7, "3pm 5p admin dept els ins licenc max me memorabl sorry temp £"],
    [6, "cag clean cupboard dont front music parent pin re room seat"],
    [5, "8p back bath card each fil float it money need newbi nobody now one pdf ph pls purs renew silenc stand ttrockstar"],
    [4, "14th but click doubl hard hi left link min nev numb renewal und vm wak wifi without"],
    [-4, "company fn had id privat sign sort ta thr was window would"],
    [-5, "* a21 away begin box e first if m out phon rest show tb8q4 trackabl which"],
    [-6, "a an app clock combination contact d did do end going help http look mov no ord p2 pc s tak till uniform week"],
    [-7, "#3 good or their two will with"],
    [-8, "#1"],
    [-9, "?"],
    [-10, "#4 : and"],
    [-11, "key"],
  ],
];

/** The points from which on a candidate is taken for a secret. */
export const LEAST = -1;
