export default {
  nav: {
    wijken: 'Wijken',
    initiatieven: 'Initiatieven',
    stemrondes: 'Stemmen',
    besluiten: 'Besluiten',
    geld: 'Geld',
  },
  footer: {
    over: 'Over Wijkkas',
    toegankelijkheid: 'Toegankelijkheid',
    privacy: 'Privacy',
    contact: 'Contact',
  },
  frame: {
    me: 'Mijn pagina',
    money: 'Geld van de gemeente',
    moderation: 'Reacties nakijken',
    admin: 'Beheer',
  },
  demo: {
    notice: 'Dit is een demonstratie. Vierstromen en alle mensen hier zijn verzonnen.',
    enter: 'Kijk rond als iemand anders',
  },
  error: {
    home: 'Naar de voorpagina',
    missing: {
      title: 'Deze pagina bestaat niet',
      help: 'Misschien is het adres verkeerd getypt, of is de pagina verplaatst.',
    },
    gone: {
      title: 'Deze pagina is er niet meer',
      help: 'Wat hier stond, is weggehaald.',
    },
    forbidden: {
      title: 'Deze pagina is niet voor jou',
      help: 'Denk je dat dit niet klopt? Vraag het de secretaris van je raad of de gemeente.',
    },
    refused: {
      title: 'Dit kan nu niet',
      help: 'Er is niets veranderd. Ga terug en kijk hoe het er nu voor staat.',
    },
    broken: {
      title: 'Er ging iets mis bij ons',
      help: 'Dit is niet jouw fout. Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.',
    },
    away: {
      title: 'Wijkkas doet het even niet',
      help: 'Dit is een storing bij ons, niet jouw fout. Probeer het over een paar minuten nog eens.',
    },
    busy: { title: 'Het is nu erg druk', help: 'Probeer het zo nog eens.' },
    lost: 'Wat je net instuurde is niet bewaard.',
    unknown:
      'We weten niet of bewaard is wat je net instuurde. Kijk eerst of het er al staat. Staat het er niet? Stuur het dan nog eens.',
    again: 'Probeer het opnieuw',
    search: 'Zoek een initiatief',
    ways: {
      title: 'Of kijk verder',
      wijken: 'Hoeveel geld je wijk heeft, en wat er gebeurt.',
      initiatieven: 'Wat buurtgenoten bedenken.',
      besluiten: 'Wat de raden kozen, en waarom.',
      geld: 'Waar elke euro vandaan komt en heen gaat.',
    },
  },
};
