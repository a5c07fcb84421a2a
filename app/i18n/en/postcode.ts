/** Which addresses lie in which neighbourhood: reading in the file of CBS, and what it says. */
export default {
  import: {
    usage: 'And for postcodes: npm run import -- postcodes FILE.csv|FILE.zip [--year 2024]',
    progress: '{{lines, number}} lines read ({{percent}}%).',
    done: '{{gemeente}}, {{year}}: {{addresses, number}} addresses in {{postcodes, number}} postcodes.',
    unchanged: 'This was there already. Nothing has changed.',
    line: 'Line {{line, number}}: {{problem}}',
    more_one: 'And {{count, number}} more line that is not right.',
    more_other: 'And {{count, number}} more lines that are not right.',
    nothing: 'Nothing has changed.',
  },
  problem: {
    columnsMissing:
      'these columns are missing: {{value}}. Needed are PC6, Huisnummer, Buurt, Wijk and Gemeente, with or without a year behind it.',
    yearMissing: 'we do not know of which year this file is. Say which year it is.',
    yearOther: 'the columns say that this file is of {{value}}, not of the year that you chose.',
    fieldCount: 'this line has more or fewer columns than the first line: {{value}}.',
    postcodeInvalid: '"{{value}}" is no postcode, such as 1234AB.',
    numberInvalid: '"{{value}}" is no house number. It is a whole number from 1 to 99999.',
    codeInvalid: '"{{value}}" is no CBS code of a buurt, wijk or gemeente.',
    codesCrossed: 'this buurt, wijk and gemeente do not belong together: {{value}}.',
    wijkUnknown: 'we do not know wijk {{value}}. First read in the neighbourhoods of the same year.',
    twice: 'this address is there twice, in different buurten: {{value}}.',
    lineTooLong: 'this line is too long for an address. Is this the file of CBS? {{value}}',
    empty: 'There are no addresses in this file.',
    otherGemeente: 'This file is of another gemeente ({{value}}).',
    noGemeente: 'First read in the neighbourhoods of your gemeente, with the file of CBS.',
    noFile: 'We cannot open the file {{value}}.',
    zipBroken: 'This zip file is damaged. Get it again.',
    zipEmpty: 'There is no .csv file in this zip file.',
    zipLocked: 'This zip file has a password. Unpack it first.',
  },
};
