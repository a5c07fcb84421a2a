/** Under which law a fund stands; it decides how one can disagree with its decisions. domain.md §2.5. */
export const legalRegimes = ['college', 'bestuurscommissie', 'stichting'] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/**
 * Can one object (bezwaar) under the Awb? Against a decision of the college or of a bestuurscommissie (art. 83
 * Gemeentewet); a private foundation has an appeal of its own.
 */
export function mayObject(regime: LegalRegime): boolean {
  return regime !== 'stichting';
}
