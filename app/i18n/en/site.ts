export default {
  nav: {
    wijken: 'Neighbourhoods',
    initiatieven: 'Initiatives',
    stemrondes: 'Voting',
    besluiten: 'Decisions',
    geld: 'Money',
  },
  footer: {
    over: 'About Wijkkas',
    toegankelijkheid: 'Accessibility',
    privacy: 'Privacy',
    contact: 'Contact',
  },
  frame: {
    me: 'My page',
    money: 'Money of the gemeente',
    moderation: 'Check comments',
    admin: 'Administration',
  },
  demo: {
    notice: 'This is a demonstration. Vierstromen and all people here are invented.',
    enter: 'Look around as someone else',
  },
  error: {
    home: 'To the front page',
    missing: {
      title: 'This page does not exist',
      help: 'The address may be mistyped, or the page has moved.',
    },
    gone: {
      title: 'This page is no longer here',
      help: 'What stood here was taken away.',
    },
    forbidden: {
      title: 'This page is not for you',
      help: 'Do you think this is wrong? Ask the secretary of your council or the gemeente.',
    },
    refused: {
      title: 'This is not possible now',
      help: 'Nothing has changed. Go back and see how things stand now.',
    },
    broken: {
      title: 'Something went wrong on our side',
      help: 'This is not your fault. Nothing was saved halfway. Try again in a few minutes.',
    },
    away: {
      title: 'Wijkkas is down for a moment',
      help: 'Something is broken on our side. This is not your fault. Try again in a few minutes.',
    },
    busy: { title: 'It is very busy right now', help: 'Try again in a moment.' },
    lost: 'What you just sent was not saved.',
    unknown:
      'We do not know whether what you just sent was saved. First look whether it is there. Is it not? Then send it again.',
    again: 'Try again',
    search: 'Search for an initiative',
    ways: {
      title: 'Or look further',
      wijken: 'How much money your wijk has, and what happens there.',
      initiatieven: 'What neighbours come up with.',
      besluiten: 'What the councils chose, and why.',
      geld: 'Where every euro comes from and goes to.',
    },
  },
};
