/** The first word of a name: all of it that is ever public. Null while the name is unknown. */
export function firstName(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}
