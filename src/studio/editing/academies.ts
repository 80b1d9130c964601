import type { Path } from '../../policy';
import type { Editor, PackSet, RawPack } from './pack-set';
import { rawOf, valueAt } from './pack-set';

const SCHOOLS: Path = ['organisation', 'schools'];

interface WrittenSchool {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly domains?: unknown;
}

function schoolsIn(raw: RawPack): readonly WrittenSchool[] {
  const list = valueAt(raw, SCHOOLS);
  return Array.isArray(list) ? (list as unknown[]).filter((each): each is WrittenSchool => typeof each === 'object' && each !== null) : [];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A short name for files and other places of a pack: `Marsh Lane Academy` as `marsh-lane-academy`; empty when no letter is left. */
export function idOf(name: string): string {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
}

/** The academy's file without its ending. */
export function stemOf(file: string): string {
  return file.replace(/(?:\.\d+\.[0-9a-f]{8})?\.json$/, '');
}

/** The school that an academy's file speaks for: the one called as the file is, else its first; null when it lists none. */
export function schoolOf(set: PackSet, editor: Editor): { readonly id: string; readonly path: Path; readonly domains: readonly string[] } | null {
  if (editor === 'trust') return null;
  const listed = schoolsIn(rawOf(set, editor));
  const named = listed.findIndex(({ id }) => id === stemOf(editor.overlay));
  const index = named === -1 ? 0 : named;
  const school = listed[index];
  if (school === undefined) return null;
  const known = schoolsIn(set.trust.raw).find(({ id }) => id === school.id);
  const domains = [school, known].flatMap((each) => (Array.isArray(each?.domains) ? (each.domains as unknown[]).map(textOf) : []));
  return { id: textOf(school.id), path: [...SCHOOLS, index], domains: domains.filter((domain) => domain !== '') };
}

/** What people call the academy of a file: its school's name, else the file's. */
export function academyName(set: PackSet, file: string): string {
  const school = schoolOf(set, { overlay: file });
  const all = [...schoolsIn(rawOf(set, { overlay: file })), ...schoolsIn(set.trust.raw)];
  return textOf(all.find(({ id, name }) => id === school?.id && textOf(name) !== '')?.name) || stemOf(file);
}

/** A new academy's file: it stands on the trust's pack and lists its one school. */
export function newAcademy(set: PackSet, name: string, domains: readonly string[]): { readonly file: string; readonly raw: RawPack } {
  const id = idOf(name);
  const isListed = schoolsIn(set.trust.raw).some((school) => school.id === id);
  const school = { id, ...(isListed ? {} : { name: name.trim() }), ...(domains.length === 0 ? {} : { domains }) };
  return { file: `${id}.json`, raw: { extends: stemOf(set.trust.file), organisation: { schools: [school] } } };
}

/** The words of what counts for every school when it is set here: hours or terms outside the school's own. */
export function setForAll(set: PackSet, editor: Editor): readonly Path[] {
  if (editor === 'trust') return [];
  const places: readonly Path[] = [['organisation', 'hours'], ['organisation', 'terms']];
  return places.filter((path) => valueAt(rawOf(set, editor), path) !== undefined);
}
