/** Which addresses lie in which wijk: reading in the file of CBS, and what it says. */
export default {
  import: {
    usage: 'En voor postcodes: npm run import -- postcodes BESTAND.csv|BESTAND.zip [--year 2024]',
    progress: '{{lines, number}} regels gelezen ({{percent}} %).',
    done: '{{gemeente}}, {{year}}: {{addresses, number}} adressen in {{postcodes, number}} postcodes.',
    unchanged: 'Dit stond er al. Er is niets veranderd.',
    line: 'Regel {{line, number}}: {{problem}}',
    more_one: 'En nog {{count, number}} regel die niet klopt.',
    more_other: 'En nog {{count, number}} regels die niet kloppen.',
    nothing: 'Er is niets veranderd.',
  },
  problem: {
    columnsMissing:
      'deze kolommen ontbreken: {{value}}. Nodig zijn PC6, Huisnummer, Buurt, Wijk en Gemeente, met of zonder jaar erachter.',
    yearMissing: 'we weten niet van welk jaar dit bestand is. Zeg erbij welk jaar het is.',
    yearOther: 'volgens de kolommen is dit bestand van {{value}}, en niet van het jaar dat je koos.',
    fieldCount: 'deze regel heeft meer of minder kolommen dan de eerste regel: {{value}}.',
    postcodeInvalid: '"{{value}}" is geen postcode, zoals 1234AB.',
    numberInvalid: '"{{value}}" is geen huisnummer. Het is een heel getal van 1 tot en met 99999.',
    codeInvalid: '"{{value}}" is geen code van het CBS voor een buurt, wijk of gemeente.',
    codesCrossed: 'deze buurt, wijk en gemeente horen niet bij elkaar: {{value}}.',
    wijkUnknown: 'wijk {{value}} kennen we niet. Lees eerst de wijken van hetzelfde jaar in.',
    twice: 'dit adres staat er twee keer in, in verschillende buurten: {{value}}.',
    lineTooLong: 'deze regel is te lang voor een adres. Is dit wel het bestand van het CBS? {{value}}',
    empty: 'Er staan geen adressen in dit bestand.',
    otherGemeente: 'Dit bestand is van een andere gemeente ({{value}}).',
    noGemeente: 'Lees eerst de wijken van je gemeente in, met het bestand van het CBS.',
    noFile: 'We kunnen het bestand {{value}} niet openen.',
    zipBroken: 'Dit zip-bestand is beschadigd. Haal het opnieuw op.',
    zipEmpty: 'In dit zip-bestand zit geen .csv-bestand.',
    zipLocked: 'Dit zip-bestand heeft een wachtwoord. Pak het eerst uit.',
  },
};
