/** What the invented gemeente tells of itself. */
export const gemeente = {
  name: 'Vierstromen',
  phone: '14 0999',
  address: 'Waterplein 1\n0999 VS Vierstromen',
  reach: 'Bel op werkdagen tussen 9.00 en 12.00 uur, of loop binnen in het gemeentehuis.',
  bankName: 'Gemeente Vierstromen',
};
