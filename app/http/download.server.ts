/** A CSV file to save; `name` holds letters, digits, dots and dashes only. */
export function download(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
    },
  });
}
