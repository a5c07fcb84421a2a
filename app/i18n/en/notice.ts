export default {
  said: 'Note: {{notice}}',
  saidAt: 'Note, line {{line}}: {{notice}}',
  title: 'What we noticed in the file',
  votesCount_one:
    'The file says that there are {{announced, number}} votes. It holds {{count, number}} vote.',
  votesCount_other:
    'The file says that there are {{announced, number}} votes. It holds {{count, number}} votes.',
  projectsCount_one:
    'The file says that there are {{announced, number}} projects. It holds {{count, number}} project.',
  projectsCount_other:
    'The file says that there are {{announced, number}} projects. It holds {{count, number}} projects.',
  countUnknown: 'What the file says at {{key}} is no number: {{value}}.',
  ballotsBeyond_one:
    '{{count, number}} ballot has more projects than was allowed (at most {{most, number}}). It counts as it was handed in.',
  ballotsBeyond_other:
    '{{count, number}} ballots have more projects than was allowed (at most {{most, number}}). They count as they were handed in.',
  projectTwice_one: '{{count, number}} ballot has a project more than once. That project counts once there.',
  projectTwice_other:
    '{{count, number}} ballots have a project more than once. That project counts once there.',
  columnsUnknown_one: 'We do not know this column of {{table}}, and did not read it: {{columns}}.',
  columnsUnknown_other:
    'We do not know these {{count, number}} columns of {{table}}, and did not read them: {{columns}}.',
  dateUnknown: 'We do not understand the date at {{key}}: {{value}}.',
  datesCrossed: 'The last day ({{end}}) is before the first day ({{begin}}). We only show the last.',
  currencyUnknown: 'This is no code of a currency: {{value}}. We take it to be euros.',
  pointsUnknown_one: 'We do not understand the place on the map of {{count, number}} project.',
  pointsUnknown_other: 'We do not understand the place on the map of {{count, number}} projects.',
  chosenUnknown_one: 'We do not understand whether the city chose {{count, number}} project.',
  chosenUnknown_other: 'We do not understand whether the city chose {{count, number}} projects.',
  inhabitantsMissing_one:
    'We do not know how many people live in {{count, number}} neighbourhood: {{names}}.',
  inhabitantsMissing_other:
    'We do not know how many people live in {{count, number}} neighbourhoods: {{names}}.',
  areaOverlaps: '{{name}} lies over another neighbourhood: {{over}}.',
  drawnWithoutPostcodes:
    'No postcode leads to a drawn neighbourhood. Residents choose it from the list themselves.',
};
