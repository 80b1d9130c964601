/** How the command is used; apart from it, so that help loads none of its libraries. */
export const ACADEMIES_USAGE = `heed policy academies [--policy NAME-OR-FILE] [--out FOLDER] [--dry-run] [--json] FILE.csv
  Writes an overlay for each school of a spreadsheet, one school a row. What an overlay holds beside that stays.
  --policy   the trust's pack they stand on: laat (the default), teal, or a file
  --out      where the overlays are; the folder "academies" beside the file by default
  --dry-run  says in words what would change, and writes nothing`;
