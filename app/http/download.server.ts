/** A file to save, CSV unless `type` says otherwise; `name` holds letters, digits, dots and dashes only. */
export function download(name: string, text: string, type = 'text/csv'): Response {
  // As bytes: a text of which one letter is not of the West takes twice the room, for as long as the reader takes.
  return new Response(new TextEncoder().encode(text), {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
    },
  });
}
