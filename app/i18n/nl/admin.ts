/** The desk of an administrator, and the way to set up a gemeente. */
export default {
  title: 'Beheer',
  intro: 'Hier staat wat jouw gemeente zelf kiest. Van elke keuze bewaren we wie haar maakte en wanneer.',
  setUp: {
    title: 'Richt de gemeente in',
    intro_one: 'Er wacht nog {{count}} stap. Je kunt stoppen en later verdergaan.',
    intro_other: 'Er wachten nog {{count}} stappen. Je kunt stoppen en later verdergaan.',
    ready: 'Alles staat klaar. Bewoners kunnen geld vragen en raden kunnen beslissen.',
    done: 'klaar',
    waits: 'wacht op jou',
    step: {
      gemeente: {
        title: 'De gemeente',
        text: 'Gemeente: {{gemeente}}. Vragen van bewoners gaan naar {{contact}}. Vul de naam en de rekening van de gemeente in, en kies hoe de site eruitziet.',
        link: 'Naar de gemeente',
      },
      areas: {
        title: 'De wijken',
        text: 'Lees het bestand van het CBS in. Voeg daarna wijken samen, of laat er een weg.',
        link: 'Naar de wijken',
      },
      postcodes: {
        title: 'De postcodes',
        text: 'Met postcodes vindt een bewoner de eigen wijk.',
        link: 'Naar de postcodes',
      },
      schemes: {
        title: 'De regelingen',
        text: 'Een regeling zegt wie geld kan vragen, hoeveel en waarvoor. Elke wijk heeft er een nodig.',
        link: 'Naar de regelingen',
      },
      letters: {
        title: 'Brieven en mail',
        text: 'Vraagt een regeling dat bewoners laten zien waar zij wonen? Dan moet dat ook kunnen: met een brief, een lijst met inwoners, een inlogdienst, of bij iemand die het nakijkt. Een brief gaat uit van het postadres van de gemeente.',
        link: 'Naar de brieven',
      },
      councils: {
        title: 'De raden',
        text: 'Elke wijk heeft een raad nodig: met leden, een voorzitter of secretaris, en een mandaat. Het mandaat zegt tot welk bedrag de raad zelf beslist.',
        link: 'Naar de raden',
      },
      people: {
        title: 'De mensen',
        text: 'Nodig in elk geval een controller, een betaler en een moderator uit.',
        link: 'Naar de mensen',
      },
      money: {
        title: 'Het geld',
        text: 'Een controller legt vast wie geld geeft en verdeelt het over de wijken.',
        link: 'Naar de bronnen',
      },
    },
    note: {
      noAddresses_one: 'In deze wijk ligt geen adres uit het bestand: {{wijken}}.',
      noAddresses_other: 'In deze wijken ligt geen adres uit het bestand: {{wijken}}.',
      noController: 'Er is nog geen controller. Nodig die eerst uit, bij de mensen.',
      noMail:
        'Deze site verstuurt nog geen mail. Bewoners kunnen niet inloggen, en uitnodigingen komen niet aan. Wie de site draait, stelt SMTP_URL in.',
    },
    gaps: 'Wat er per wijk nog ontbreekt',
    gapsIntro:
      'Zolang niemand kan beslissen of betalen, kunnen bewoners in die wijk nog geen geld vragen. Zij lezen ook waarom.',
    lacks: 'Wat ontbreekt',
    asking: 'Geld vragen',
    open: 'kan',
    closed: 'kan nog niet',
    gap: {
      addresses: 'Geen adressen: bewoners vinden deze wijk niet met hun postcode.',
      scheme: 'Geen regeling: niemand kan geld vragen.',
      residence: 'Bewoners kunnen niet laten zien dat zij hier wonen.',
      council: 'Geen raad: niemand kan beslissen.',
      leader: 'Geen voorzitter of secretaris: niemand kan een vergadering openen.',
      voters: 'Geen leden die mogen stemmen.',
      seats: '{{filled}} van de {{seats}} plaatsen zijn bezet.',
      mandate: 'Geen mandaat: de raad mag over geen enkel bedrag beslissen.',
      money: 'Geen geld voor dit jaar.',
      mail: 'Geen mail: bewoners kunnen niet inloggen.',
      account: 'Geen rekening van de gemeente: niemand kan betalen.',
    },
  },
  section: {
    setUp: {
      title: 'Richt de gemeente in',
      help: 'Zie wat klaar is, en wat nog op je wacht.',
    },
    gemeente: {
      title: 'De gemeente',
      help: 'Naam, contact, rekening, talen, kleuren en logo.',
    },
    areas: {
      title: 'Wijken',
      help: 'Lees wijken in, geef ze een naam, voeg ze samen of laat er een weg.',
    },
    people: {
      title: 'Mensen en rollen',
      help: 'Nodig mensen uit, geef en beëindig rollen, en help wie niet kan inloggen.',
    },
    postcodes: {
      title: 'Postcodes',
      help: 'Lees in welk adres in welke wijk ligt.',
    },
    schemes: {
      title: 'Regelingen',
      help: 'Wie in welke wijk geld mag vragen, hoeveel, en vanaf welke dag.',
    },
    councils: {
      title: 'Raden',
      help: 'Stel raden in, zet er mensen op en maak hun regels.',
    },
    letters: {
      title: 'Brieven met een code',
      help: 'Maak de brieven waarmee bewoners laten zien waar zij wonen.',
    },
    residents: {
      title: 'Lijst met inwoners',
      help: 'Lees een lijst in, dan laat een bewoner meteen zien waar hij woont.',
    },
    comments: {
      title: 'Reacties nakijken',
      help: 'Lees een reactie voordat iedereen haar ziet.',
    },
    log: {
      title: 'Logboek',
      help: 'Wie deed wat, wanneer en waarom. En: controleer de kasboeken.',
    },
    health: {
      title: 'Gezondheid van deze site',
      help: 'Controles, back-up, brieven en werk op de achtergrond.',
    },
  },
};
