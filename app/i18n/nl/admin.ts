/** The desk of an administrator, and the way to set up a gemeente. */
export default {
  title: 'Beheer',
  intro: 'Hier staat wat jouw gemeente zelf kiest. Van elke keuze bewaren we wie haar maakte en wanneer.',
  section: {
    areas: {
      title: 'Wijken',
      help: 'Lees wijken in, geef ze een naam, voeg ze samen of laat er een weg.',
    },
    comments: {
      title: 'Reacties nakijken',
      help: 'Lees een reactie voordat iedereen haar ziet.',
    },
  },
};
