/** The desk of an administrator, and the way to set up a gemeente. */
export default {
  title: 'Administration',
  intro: 'Here is what your gemeente chooses itself. Of each choice we keep who made it, and when.',
  section: {
    areas: {
      title: 'Wijken',
      help: 'Read wijken from a file, name them, join them or leave one out.',
    },
    comments: {
      title: 'Check comments',
      help: 'Read a comment before everybody sees it.',
    },
  },
};
