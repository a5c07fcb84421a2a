/** Handing in and reading a file with wijken; part of the noun area. */
export default {
  handIn: {
    title: 'Wijken inlezen',
    intro:
      'Kies een bestand met de wijken of buurten van jouw gemeente. Daarna zie je eerst wat er verandert.',
    file: 'Bestand met wijken',
    fileHelp:
      'Een GeoJSON-bestand van het CBS of PDOK, van één gemeente. Of een bestand met wijken die je zelf tekende. Hoogstens {{max}} MB.',
    drawn: 'Zelf wijken tekenen',
    drawnHelp:
      'Teken de grenzen in een kaartprogramma, zoals QGIS. Bewaar ze als GeoJSON in lengte en breedte (WGS84). Geef elke wijk deze eigenschappen:',
    drawnName: 'name: de naam. Die moet erbij staan.',
    drawnInhabitants: 'inhabitants: hoeveel mensen er wonen.',
    drawnSlug: 'slug: het laatste deel van het adres, als je dat zelf wilt kiezen.',
    year: 'Van welk jaar zijn deze grenzen?',
    yearHelp: 'Het jaar staat bij het bestand. Bijvoorbeeld 2024.',
    submit: 'Bekijk het bestand',
  },
  read: {
    title: 'Klopt dit bestand?',
    running: 'We lezen het bestand',
    looking: 'We kijken wat er in het bestand staat. Er verandert nog niets.',
    reading: 'We lezen het bestand in.',
    progress: '{{percent}} procent',
    lapsed: 'Dit bestand is niet meer bewaard, want niemand heeft het ingelezen.',
    wijken: {
      found: 'Dit zijn de wijken van {{gemeente}} in {{year}}.',
      created_one: '{{count}} wijk is nieuw.',
      created_other: '{{count}} wijken zijn nieuw.',
      changed_one: '{{count}} wijk krijgt een andere grens of een ander aantal inwoners.',
      changed_other: '{{count}} wijken krijgen een andere grens of een ander aantal inwoners.',
      unchanged_one: '{{count}} wijk verandert niet.',
      unchanged_other: '{{count}} wijken veranderen niet.',
      after:
        'Het eerste bestand bepaalt van welke gemeente deze Wijkkas is. Dat kun je later niet veranderen.',
    },
    buurten: {
      found: 'Dit zijn de buurten van {{gemeente}} in {{year}}. Een buurt is een deel van een wijk.',
      created_one: '{{count}} buurt is nieuw.',
      created_other: '{{count}} buurten zijn nieuw.',
      changed_one: '{{count}} buurt krijgt een andere grens of een ander aantal inwoners.',
      changed_other: '{{count}} buurten krijgen een andere grens of een ander aantal inwoners.',
      unchanged_one: '{{count}} buurt verandert niet.',
      unchanged_other: '{{count}} buurten veranderen niet.',
      after: 'Hiermee verandert nog geen wijk. Je kunt een wijk daarna splitsen.',
    },
    drawn: {
      found: 'Dit zijn getekende wijken voor {{gemeente}}. Ze bestaan vanaf 1 januari {{year}}.',
      created_one: '{{count}} wijk is nieuw.',
      created_other: '{{count}} wijken zijn nieuw.',
      changed_one: '{{count}} wijk krijgt een andere grens of een ander aantal inwoners.',
      changed_other: '{{count}} wijken krijgen een andere grens of een ander aantal inwoners.',
      unchanged_one: '{{count}} wijk verandert niet.',
      unchanged_other: '{{count}} wijken veranderen niet.',
      after:
        'Ligt een nieuwe wijk over een andere wijk heen? Dan tellen bewoners misschien dubbel. Lees ook de andere wijk opnieuw in, of laat haar weg.',
    },
    submit: 'Lees dit bestand in',
    other: 'Kies een ander bestand',
  },
};
