/* Written by test/detectors/secret-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a candidate without any sign or word below is worth, in points. */
export const BIAS = -18;

/** What each sign adds, in the order of `SIGNS`. */
export const SIGN_POINTS: readonly number[] = [-15, 10, 5, 11, -19, -7, -6, 7, 3, -22, -27, 9, 26, -18, 6, 16, 18, -3, -22, 12, -9, -5, 20, -21, 5, -10, -4, 6, 11, 6, -10, 11, 11, -2, 6, 9, 13, 6, 11, 15, 11, -30, 20, 10, -11];

/** What classes of stems add where they stand straight before, near before, near after and further off. */
export const CLASS_POINTS: readonly (readonly [points: readonly number[], stems: string])[] = [
  [[-28, -12, 2, -1], "ord purchas invoic quot ref referenc parcel delivery item stock product part batch vouch promo discount model serial version build error ticket cas job claim form policy minut claus section pag exam pap component unit spec qualification candidat centr entry cours modul clas set lesson bay seat row district postcod budget cost tax pay grant charity company asset tag pat ext bus train flight book fil sheet cell port colour project grad level licenc plat crim log numb no id tabl question"],
  [[-11, -22, -13, -13], "gam quiz puzzl escap treasur lost won beat scor final leagu match goal aggregat formation team lap hymn scen ciph math meet kahoot"],
  [[31, 22, 6, 14], "gat door lock padlock saf alarm keypad panel cupboard cabinet draw shed hut garag stor barri shut hatch box chain till copi voicemail phon mobil key entranc porch pavilion pin combination unlock bolt latch handl"],
  [[9, 8, -10, 10], "wifi wireles rout login account usernam user zip tablet ipad laptop chromebook comput pc password passcod sign app sit portal mailbox machin"],
  [[21, 10, 9, 1], "typ punch pres ent put dial tap try use tak want need get let set chang"],
];

/** What stems add besides by where they stand; `*` is a name, `#4` a number of four digits or more. */
export const WORD_POINTS: readonly (readonly (readonly [points: number, stems: string])[])[] = [
  // straight before it
  [
    [23, "password"],
    [13, "is then"],
    [8, "cod its"],
    [7, "it still with"],
    [6, "anab3 bus now otp"],
    [5, "archiv card has omark2 padlock past phon w"],
    [4, "5hclas her r21"],
    [-4, "inv jad"],
    [-5, "call from kofi let report stif"],
    [-6, "#4 as end ent for in sinc sit"],
    [-7, "#3 of the"],
    [-9, "at"],
    [-11, "*"],
  ],
  // near before it
  [
    [16, "set"],
    [11, "it"],
    [10, "pw security"],
    [8, "just open pin"],
    [7, "ask front piano thistl"],
    [6, "cash cod entry exampl its offic tin"],
    [5, "as bus id math plu tablet tim word y2"],
    [4, "door kitchen p plant pta stor told"],
    [-4, "budget conferenc escap event full g ord spell that"],
    [-5, "again delivery dob e guid item lin or r21 t we"],
    [-6, "at is jo out shut till"],
    [-7, "* privat rsa shed sort unlock upn"],
    [-8, "? potential your"],
    [-9, "#2 #4"],
    [-10, "a"],
    [-12, "#1 #3"],
  ],
  // near after it
  [
    [11, "light"],
    [9, "it"],
    [8, "handl that the then you"],
    [7, "login low quick turn"],
    [6, "aft as cas hard now pres tell"],
    [5, "dial diesel dont down food old omark2 push shout wip"],
    [4, "a21 from no nobody one only scienc wait want £"],
    [-4, "#3 clear social sunny8 weak"],
    [-5, "attach cloud5 could goldfish2 use with"],
    [-6, "befor"],
    [-7, "rsa they"],
    [-8, "has put"],
    [-9, "#4"],
    [-12, ":"],
  ],
  // further off
  [
    [14, "log"],
    [9, "acces aid backup recovery"],
    [8, "cas pta shar tablet"],
    [7, "5p admin dept els memorabl sorry temp £"],
    [6, "3pm back cag clean cupboard dont fil front ins licenc max me music parent re room seat"],
    [5, "8p bath card each float hard money need newbi nobody now one pdf ph pin pls purs reset silenc stand ttrockstar"],
    [4, "14th again but click doubl exampl for hi it left link min nev numb renew renewal und vm wifi without"],
    [-4, "! a21 company first fn had id lik privat sign sort ta tb8q4 thr trackabl was window would"],
    [-5, "* away begin box e http if m out phon show which"],
    [-6, "an app clock combination did do end going help look mov no or ord p2 pc rest s tak till uniform week"],
    [-7, "#3 a contact d good their two will with"],
    [-8, "#1 ?"],
    [-10, ": and"],
    [-11, "#4"],
    [-12, "key"],
  ],
];

/** The points from which on a candidate is taken for a secret. */
export const LEAST = -1;
