/** The script with what is written out in it moved above its code. */
declare function wordsTogether(code: string): string;
export = wordsTogether;
