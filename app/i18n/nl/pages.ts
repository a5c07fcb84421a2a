/** The pages that tell about the site itself: each a title, an introduction and parts with a heading. */
export default {
  gemeente: { named: 'de gemeente {{name}}', unnamed: 'deze gemeente' },
  about: {
    title: 'Over Wijkkas',
    description: 'Wat Wijkkas is, wie beslist en hoe je alles kunt narekenen.',
    intro:
      'Wijkkas is de kas van je wijk. Bewoners bedenken iets, buren steunen het, en de buurtraad beslist.',
    parts: [
      {
        heading: 'Hoe het werkt',
        body: [
          'Je beschrijft je idee en wat het kost. Dat heet een initiatief. Buren laten weten of ze voor of tegen zijn.',
          'Is er genoeg steun? Dan beslist de buurtraad van je wijk. Is het bedrag hoger dan die raad mag geven, dan beslist de stadsraad.',
          'Zegt de raad ja, dan staat het geld meteen voor je apart. Je ziet het op de pagina van je wijk.',
        ],
      },
      {
        heading: 'Waar het geld vandaan komt',
        body: [
          'De gemeente verdeelt elk jaar geld over de wijken. Soms komt er geld van een ander bij, zoals van een woningcorporatie.',
          'Elke euro staat in het kasboek: waar hij vandaan komt en waar hij heen gaat. Niemand kan daar later iets aan veranderen.',
        ],
      },
      {
        heading: 'Iedereen kan het narekenen',
        body: [
          'Elk besluit staat op de site, met de stemmen en de reden. Bij elk bedrag kun je zien welke boekingen erachter zitten.',
          'De software is open source. Ook andere gemeenten mogen er gratis mee werken en er iets aan verbeteren.',
        ],
      },
      {
        heading: 'Vragen',
        body: [
          'Heb je een vraag over je initiatief? Stel die aan de secretaris van je buurtraad. Andere vragen? Mail naar {{contact}}.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Toegankelijkheid',
    description: 'Hoe goed iedereen Wijkkas kan gebruiken, en wat je doet als iets niet lukt.',
    intro:
      'Iedereen moet Wijkkas kunnen gebruiken: op een oude telefoon, met een schermlezer, of zonder muis.',
    parts: [
      {
        heading: 'Nog geen eigen verklaring',
        body: [
          'Elke gemeente zegt zelf hoe toegankelijk haar site is, in een toegankelijkheidsverklaring. Dat heeft {{gemeente}} voor deze site nog niet gedaan.',
          'Hieronder staat wat de makers van de software weten. Dat is geen verklaring van {{gemeente}}.',
        ],
      },
      {
        heading: 'Wat er van de software bekend is',
        body: [
          'De software is nog niet onderzocht door een deskundige van buiten.',
          'De makers willen voldoen aan EN 301 549 en WCAG 2.2, niveau AA. Of dat zo is, weten we pas na zo’n onderzoek.',
        ],
      },
      {
        heading: 'Wat de makers zelf hebben getest',
        body: [
          'Een programma (axe) zoekt bij elke wijziging naar fouten op de pagina’s, op een breed en een smal scherm. Zo’n programma vindt maar een deel van de fouten.',
          'Ook testen zij of je zonder JavaScript kunt inloggen en een initiatief kunt indienen.',
          'Nog niet getest: gebruik met schermlezers door mensen die daar elke dag mee werken.',
        ],
      },
      {
        heading: 'Lukt iets niet?',
        body: [
          'Laat het {{gemeente}} weten: mail naar {{contact}}. Vertel welke pagina het is en wat er misging.',
          'Ben je niet tevreden met het antwoord? Dan kun je naar de Nationale ombudsman gaan.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    description: 'Wat Wijkkas over je bewaart, waarom, hoe lang, en wat je rechten zijn.',
    intro: 'We vragen zo weinig mogelijk. Hier lees je wat we bewaren, waarom en hoe lang.',
    parts: [
      {
        heading: 'Wie is verantwoordelijk?',
        body: [
          'Wat deze site over je bewaart, bewaart {{gemeente}}. Zij is ervoor verantwoordelijk (de verwerkingsverantwoordelijke). Onderaan staat hoe je haar bereikt.',
        ],
      },
      {
        heading: 'Als je alleen rondkijkt',
        body: [
          'Dan bewaren we niets over je. Kies je een andere taal, dan onthoudt je browser dat in een cookie. Er zijn geen cookies om je te volgen.',
        ],
      },
      {
        heading: 'Als je een account hebt',
        body: [
          'We bewaren je e-mailadres om je te laten inloggen en je brieven te sturen. Je naam is er om je aan te spreken.',
          'Je wijk bepaalt waar je mee kunt doen. Je geboortedatum is nodig omdat voor geld een leeftijd geldt.',
          'Laat je zien waar je woont? Dan bewaren we in welke wijk, sinds wanneer en hoe we het weten. Voor een brief bewaren we je adres versleuteld, tot je de code gebruikt en hoogstens vier weken. Een afdruk van adres en geboortedatum blijft, zodat niemand twee keer meetelt. Daaruit is je adres niet te lezen.',
          'Een cookie houdt je ingelogd. Voor bewoners werkt die hoogstens 60 dagen. Voor raad en gemeente is dat 12 uur.',
          'Een tweede cookie onthoudt dat je op dit apparaat eerder inlogde. Zo kan een ander je account niet op slot zetten. Die bewaart je browser een half jaar.',
        ],
      },
      {
        heading: 'Als je meedoet',
        body: [
          'Bij je initiatief en je reacties zien anderen je voornaam en je wijk. Wie een initiatief steunt, staat nergens op de site. Alleen het aantal is openbaar.',
          'Zit je in een raad? Dan kun je een foto van jezelf kiezen. Iedereen ziet die op de pagina van de raad. Haal je hem weg of stop je in de raad, dan wissen we hem.',
          'Besluiten en geld blijven bewaard. Dat moet van de wet: de gemeente legt er verantwoording over af.',
        ],
      },
      {
        heading: 'Hoe lang',
        body: [
          'Codes, verlopen sessies en tellers van pogingen wissen we elke nacht. Dat je een formulier stuurde, onthouden we 60 dagen. Zo telt het niet dubbel als het twee keer komt. De tekst van een mail wissen we zodra hij is verstuurd.',
          'Vraagt iemand je per mail om mee te doen? Dan bewaren we je adres hoogstens 30 dagen, tenzij je ja zegt. Wil je geen post meer, dan bewaren we je adres om je niets te sturen.',
          'In het logboek staat wie wat deed en wanneer. Dat is nodig om fouten en misbruik te vinden.',
        ],
      },
      {
        heading: 'Jouw rechten',
        body: [
          'Je gegevens staan op je eigen pagina. Klopt iets niet, dan verander je het daar. Wil je alles zien wat we van je bewaren? Mail naar {{contact}}.',
          'Wil je dat we je gegevens wissen, of heb je een klacht? Mail naar {{contact}}. Je kunt ook naar de Autoriteit Persoonsgegevens gaan.',
        ],
      },
    ],
  },
};
