/** Removes from a folder the scripts that no page leads to any more, and answers their names. */
export function clearLeftovers(folder: string): string[];
