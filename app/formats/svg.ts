/** More than a logo needs; each mark opens or closes an element, so that nesting has an end too. */
const mostMarks = 2_000;

const namespace = 'http://www.w3.org/2000/svg';
const drawn = 'path, rect, circle, ellipse, line, polyline, polygon, text';

/** What makes a style ask for something elsewhere, or hides that it does: an escape can write any word. */
const reachesOut = /url\s*\((?!\s*['"]?#)|@import|image-set|src\s*\(|\\/i;

/**
 * A drawing without anything but a drawing: no scripts, no handlers, no other documents in it, nothing fetched from elsewhere.
 * DOMPurify decides which elements and attributes an SVG may have; what points outside goes here. Null for what is no SVG, is
 * broken, declares entities, is too large to be a logo, or draws nothing. The libraries are loaded when they are first needed.
 */
export async function safeSvg(text: string): Promise<string | null> {
  if (/<!ENTITY/i.test(text) || text.split('<').length > mostMarks) return null;
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([import('jsdom'), import('dompurify')]);
  const { window } = new JSDOM('');
  const root = new window.DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.namespaceURI !== namespace) return null;
  createPurifier(window).sanitize(root, {
    ...{ IN_PLACE: true, KEEP_CONTENT: false },
    ...{ USE_PROFILES: { svg: true, svgFilters: true }, FORBID_TAGS: ['a', 'image', 'feImage'] },
  });
  for (const element of [root, ...root.querySelectorAll('*')]) keepInside(element);
  return root.querySelector(drawn) ? new window.XMLSerializer().serializeToString(root) : null;
}

/** Takes from an element what would be fetched from elsewhere. */
function keepInside(element: Element): void {
  if (element.localName === 'style' && reachesOut.test(element.textContent)) element.remove();
  for (const { name, localName, value } of [...element.attributes]) {
    const isAway = localName === 'href' ? !value.startsWith('#') : reachesOut.test(value);
    if (isAway) element.removeAttribute(name);
  }
}
