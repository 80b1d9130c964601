/* Written by test/detectors/secret-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a candidate without any sign or word below is worth, in points. */
export const BIAS = -17;

/** What each sign adds, in the order of `SIGNS`. */
export const SIGN_POINTS: readonly number[] = [-15, 10, 5, 10, -19, -7, -6, 7, 3, -21, -27, 10, 27, -18, 7, 16, 19, -3, -22, 12, -8, -5, 20, -20, 6, -11, -4, 5, 12, 6, -10, 11, 11, -2, 6, 9, 13, 6, 11, 15, 10, -30, 20, 10, -11];

/** What classes of stems add where they stand straight before, near before, near after and further off. */
export const CLASS_POINTS: readonly (readonly [points: readonly number[], stems: string])[] = [
  [[-28, -12, 2, -1], "ord purchas invoic quot ref referenc parcel delivery item stock product part batch vouch promo discount model serial version build error ticket cas job claim form policy minut claus section pag exam pap component unit spec qualification candidat centr entry cours modul clas set lesson bay seat row district postcod budget cost tax pay grant charity company asset tag pat ext bus train flight book fil sheet cell port colour project grad level licenc plat crim log numb no id tabl question"],
  [[-11, -22, -13, -13], "gam quiz puzzl escap treasur lost won beat scor final leagu match goal aggregat formation team lap hymn scen ciph math meet kahoot"],
  [[31, 21, 6, 14], "gat door lock padlock saf alarm keypad panel cupboard cabinet draw shed hut garag stor barri shut hatch box chain till copi voicemail phon mobil key entranc porch pavilion pin combination unlock bolt latch handl"],
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
    [7, "it still"],
    [6, "anab3 bus now omark2 otp with"],
    [5, "archiv card has padlock past phon w"],
    [4, "5hclas r21"],
    [-4, "inv"],
    [-5, "call from jad let report stif"],
    [-6, "as end ent for in kofi sinc sit"],
    [-7, "#3 #4 of the"],
    [-9, "at"],
    [-11, "*"],
  ],
  // near before it
  [
    [16, "set"],
    [11, "it"],
    [10, "security"],
    [9, "open pw"],
    [8, "just pin"],
    [7, "ask cod front thistl"],
    [6, "cash entry exampl its offic piano tin"],
    [5, "as bus id kitchen math plu tim word y2"],
    [4, "door plant stor told"],
    [-4, "budget conferenc full g that"],
    [-5, "again delivery dob e escap event guid lin ord spell t"],
    [-6, "at is jo or out r21 shut till we"],
    [-7, "* privat rsa shed unlock upn"],
    [-8, "? potential sort your"],
    [-9, "#2 #4"],
    [-10, "a"],
    [-12, "#1 #3"],
  ],
  // near after it
  [
    [11, "light"],
    [9, "it"],
    [8, "handl that the you"],
    [7, "login low quick then turn"],
    [6, "aft as cas down pres tell"],
    [5, "diesel dont food hard now old omark2 push shout"],
    [4, "a21 dial no nobody one only scienc wait want wip"],
    [-4, "#3 clear end weak"],
    [-5, "attach could goldfish2 social sunny8 use"],
    [-6, "befor cloud5 with"],
    [-7, "rsa they"],
    [-8, "has"],
    [-9, "#4 put"],
    [-12, ":"],
  ],
  // further off
  [
    [14, "log"],
    [9, "acces aid backup recovery shar"],
    [8, "cas pta sorry tablet"],
    [7, "3pm 5p admin dept els ins licenc max me memorabl temp"],
    [6, "back cag card cupboard dont front music newbi pin re room seat £"],
    [5, "8p bath clean each fil float it money need nobody now one parent pdf ph pls purs renew silenc stand ttrockstar without"],
    [4, "but click doubl exampl hard hi left link min nev numb renewal und vm wifi"],
    [-4, "begin company fn had id phon privat sign stuck ta was window would"],
    [-5, "* a21 away box e first if m out rest show sort tb8q4 thr trackabl which"],
    [-6, "an app clock combination contact did do end going help http look mov no ord p2 pc s tak till uniform week"],
    [-7, "#3 a d good or their two will with"],
    [-8, "#1"],
    [-9, "?"],
    [-10, "#4 : and"],
    [-11, "key"],
  ],
];

/** The points from which on a candidate is taken for a secret. */
export const LEAST = -1;
