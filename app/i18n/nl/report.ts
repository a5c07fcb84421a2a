/** When somebody of a council says that another member has an interest in an item; part of the noun council. */
export default {
  report: {
    by: { chair: 'De voorzitter', secretary: 'De secretaris', member: 'Een lid van de raad' },
    judge: { chair: 'de voorzitter', secretary: 'de secretaris', member: 'een ander lid van de raad' },
    someone: 'een lid',
    link: 'Een ander lid heeft belang',
    waits: {
      mine: 'Iemand meldde dat jij belang hebt bij dit punt',
      other: 'Iemand meldde dat {{who}} belang heeft bij dit punt',
      answerMine: 'Zeg of dat klopt. Tot die tijd kun jij niet stemmen en kan de raad niet besluiten.',
      answer:
        'Dit lid moet nog zeggen of dat klopt. Tot die tijd stemt het niet mee en kan de raad niet besluiten.',
      rulingMine:
        'Jij zei dat het niet klopt. Nu beslist {{judge}}. Tot die tijd kun jij niet stemmen en kan de raad niet besluiten.',
      ruling:
        'Het lid zegt dat het niet klopt. Nu beslist {{judge}}. Tot die tijd stemt het lid niet mee en kan de raad niet besluiten.',
      rulingYours:
        'Het lid zegt dat het niet klopt. Jij beslist nu. Tot die tijd stemt het lid niet mee en kan de raad niet besluiten.',
      silence:
        'Zegt het lid niets? Dan kun jij in de vergadering zelf beslissen, vanaf 10 minuten na de melding.',
      heard: 'Het lid heeft nog niets gezegd. Jij mag nu zelf beslissen.',
      meeting: 'Iemand meldde dat jij belang hebt bij punt {{n}}. Zeg of dat klopt.',
      toAnswer: 'Geef antwoord',
      toRuling: 'Beslis over de melding',
    },
    dismissed: 'Over een lid kwam een melding van belang. Die klopte niet: het lid mag meestemmen.',
    itemTag: 'Wacht op melding',
    start: {
      title: 'Heeft een ander lid belang bij dit punt?',
      intro:
        'Een lid heeft belang als het besluit over dat lid gaat. Of over het gezin, het bedrijf of de vereniging van dat lid. Dan mag het niet meestemmen. Zo staat het in artikel 28 van de Gemeentewet.',
      next: 'Het lid krijgt bericht van jouw melding, met je naam erbij. Het mag zeggen dat het niet klopt. Dan beslist de voorzitter. Tot die tijd kan de raad niet besluiten over dit punt.',
      member: 'Over wie gaat het?',
      reason: 'Waarom heeft dit lid belang?',
      final: 'Je kunt een melding niet terugdraaien.',
      submit: 'Meld dit belang',
      none: 'Er is niemand over wie je dit nu kunt melden.',
    },
    publicHelp: 'Na het besluit kan iedereen dit lezen. Schrijf geen namen op.',
    answer: {
      title: 'Heb jij belang bij dit punt?',
      reported: '{{name}} meldde dit. Jij mag zeggen of het klopt.',
      legend: 'Klopt de melding?',
      accepted: 'Ja, ik heb belang',
      acceptedHelp: 'Je stemt niet mee. Heb je al gestemd? Dan telt je stem niet meer mee.',
      denied: 'Nee, ik heb geen belang',
      deniedHelp: 'Schrijf hieronder waarom. Daarna beslist {{judge}}.',
      reason: 'Waarom?',
      reasonHelp: 'Klopt de melding niet? Dan is een uitleg verplicht.',
      final: 'Je antwoordt één keer. Daarna kun je je antwoord niet meer veranderen.',
      submit: 'Geef mijn antwoord',
    },
    ruling: {
      title: 'Heeft {{name}} belang bij dit punt?',
      reported: '{{name}} deed de melding. Jij beslist.',
      notHeard:
        'Het lid heeft nog niet gezegd of de melding klopt. Zegt het niets? Dan kun jij in de vergadering zelf beslissen, vanaf 10 minuten na de melding.',
      legend: 'Wat beslis je?',
      sustained: 'Ja, dit lid heeft belang',
      sustainedHelp: 'Het lid stemt niet mee. Heeft het al gestemd? Dan telt die stem niet meer mee.',
      dismissed: 'Nee, dit lid heeft geen belang',
      dismissedHelp: 'Het lid mag meestemmen.',
      reason: 'Waarom beslis je zo?',
      final: 'Je beslist één keer. Daarna kun je het niet meer veranderen.',
      submit: 'Leg mijn beslissing vast',
    },
    record: {
      title: 'Meldingen van belang',
      intro: 'Iemand uit de raad meldde dat een ander lid belang had. Het lid mocht daarop antwoorden.',
      one: 'Melding {{n}}',
      theMember: 'Het lid',
      reported: 'Meldde dat een lid van de raad belang heeft.',
      accepted: 'Zei dat het klopt, en stemt niet mee.',
      denied: 'Zei dat het niet klopt.',
      sustained: 'Besliste: het lid heeft belang en stemt niet mee.',
      dismissed: 'Besliste: het lid heeft geen belang en mag meestemmen.',
      sustainedUnheard: 'Besliste zonder antwoord van het lid: het heeft belang en stemt niet mee.',
      dismissedUnheard: 'Besliste zonder antwoord van het lid: het heeft geen belang en mag meestemmen.',
      struck_one: '{{count}} uitgebrachte stem telt niet mee, omdat dat lid later belang bleek te hebben.',
      struck_other:
        '{{count}} uitgebrachte stemmen tellen niet mee, omdat die leden later belang bleken te hebben.',
    },
  },
};
