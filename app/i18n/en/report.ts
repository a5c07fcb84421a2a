/** When somebody of a council says that another member has an interest in an item; part of the noun council. */
export default {
  report: {
    by: { chair: 'The chair', secretary: 'The secretary', member: 'A member of the council' },
    judge: { chair: 'the chair', secretary: 'the secretary', member: 'another member of the council' },
    someone: 'a member',
    link: 'Another member has an interest',
    waits: {
      mine: 'Somebody reported that you have an interest in this item',
      other: 'Somebody reported that {{who}} has an interest in this item',
      answerMine: 'Say whether that is right. Until then you cannot vote and the council cannot decide.',
      answer:
        'This member has yet to say whether that is right. Until then they do not vote and the council cannot decide.',
      rulingMine:
        'You said that it is not right. Now {{judge}} decides. Until then you cannot vote and the council cannot decide.',
      ruling:
        'The member says that it is not right. Now {{judge}} decides. Until then the member does not vote and the council cannot decide.',
      rulingYours:
        'The member says that it is not right. You decide now. Until then the member does not vote and the council cannot decide.',
      silence:
        'Does the member say nothing? Then you can decide in the meeting yourself, from 10 minutes after the report.',
      heard: 'The member has not said anything yet. You may decide yourself now.',
      meeting: 'Somebody reported that you have an interest in item {{n}}. Say whether that is right.',
      toAnswer: 'Give an answer',
      toRuling: 'Decide on the report',
    },
    dismissed: 'An interest of a member was reported. It was not right: the member may vote.',
    itemTag: 'Report waits',
    start: {
      title: 'Does another member have an interest in this item?',
      intro:
        'A member has an interest if the decision is about that member. Or about their family, company or club. Then they may not vote. That is article 28 of the Dutch Municipalities Act (Gemeentewet).',
      next: 'The member is told about your report, with your name. They may say that it is not right. Then the chair decides. Until then the council cannot decide on this item.',
      member: 'Who is it about?',
      reason: 'Why does this member have an interest?',
      final: 'You cannot undo a report.',
      submit: 'Report this interest',
      none: 'There is nobody whom you can report now.',
    },
    publicHelp: 'After the decision everybody can read this. Do not write names.',
    answer: {
      title: 'Do you have an interest in this item?',
      reported: '{{name}} reported this. You may say whether it is right.',
      legend: 'Is the report right?',
      accepted: 'Yes, I have an interest',
      acceptedHelp: 'You do not vote. Have you voted already? Then your vote no longer counts.',
      denied: 'No, I have no interest',
      deniedHelp: 'Write below why. Then {{judge}} decides.',
      reason: 'Why?',
      reasonHelp: 'Is the report not right? Then you must say why.',
      final: 'You answer once. After that you cannot change your answer.',
      submit: 'Give my answer',
    },
    ruling: {
      title: 'Does {{name}} have an interest in this item?',
      reported: '{{name}} made the report. You decide.',
      notHeard:
        'The member has not yet said whether the report is right. Do they say nothing? Then you can decide in the meeting yourself, from 10 minutes after the report.',
      legend: 'What do you decide?',
      sustained: 'Yes, this member has an interest',
      sustainedHelp: 'The member does not vote. Have they voted already? Then that vote no longer counts.',
      dismissed: 'No, this member has no interest',
      dismissedHelp: 'The member may vote.',
      reason: 'Why do you decide so?',
      final: 'You decide once. After that you cannot change it.',
      submit: 'Record my decision',
    },
    record: {
      title: 'Reports of an interest',
      intro:
        'Somebody of the council reported that another member had an interest. The member could answer to that.',
      one: 'Report {{n}}',
      theMember: 'The member',
      reported: 'Reported that a member of the council has an interest.',
      accepted: 'Said that it is right, and does not vote.',
      denied: 'Said that it is not right.',
      sustained: 'Decided: the member has an interest and does not vote.',
      dismissed: 'Decided: the member has no interest and may vote.',
      sustainedUnheard: 'Decided without an answer of the member: they have an interest and do not vote.',
      dismissedUnheard: 'Decided without an answer of the member: they have no interest and may vote.',
      struck_one:
        '{{count}} vote that was cast does not count, because that member turned out to have an interest.',
      struck_other:
        '{{count}} votes that were cast do not count, because those members turned out to have an interest.',
    },
  },
};
