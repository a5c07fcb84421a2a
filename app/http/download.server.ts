/** A file to save, CSV unless `type` says otherwise; `name` holds letters, digits, dots and dashes only. */
export function download(name: string, text: string, type = 'text/csv'): Response {
  return new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
    },
  });
}
