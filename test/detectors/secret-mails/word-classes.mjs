/*
 * Words that say the same of what stands beside them, whichever of them is met: “order 4719” is no code, and “hatch 4719” is one. A class
 * has points of its own by where its words stand; what a word is worth besides was learned for it alone.
 */
const classes = {
  'what has a number': `order purchase invoice quote ref reference parcel delivery item stock product part batch voucher promo discount model serial version build
    error ticket case job claim form policy minute clause section page exam paper component unit spec qualification candidate centre entry course module class set
    lesson bay seat row district postcode budget cost tax pay grant charity company asset tag pat ext bus train flight booking file sheet cell port colour project
    grade level licence plate crime log number no id table question`,
  'play and puzzles': 'game quiz puzzle escape treasure lost won beat score final league match goal aggregate formation team lap hymn scene cipher maths meeting kahoot',
  'what is locked': `gate door lock padlock safe alarm keypad panel cupboard cabinet drawer locker shed hut garage store barrier shutter hatch box chain till
    copier voicemail phone mobile key entrance porch pavilion pin combination unlock bolt latch handle`,
  'what one logs in to': `wifi wireless router login account username user zip tablet ipad laptop chromebook computer pc password passcode sign app site portal mailbox machine`,
  'what one does with a code': 'type punch press enter put dial tap try use take want need get let set change',
};

export const wordClasses = Object.values(classes).map((words) => words.split(/\s+/));
