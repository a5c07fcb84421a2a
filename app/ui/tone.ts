/** What a status means for the reader; always shown with a word and an icon beside the colour. */
export type Tone = 'neutral' | 'info' | 'good' | 'waiting' | 'bad';
