export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    // A subject may begin with the name of an entity, and entities have capitals.
    'subject-case': [0],
  },
};
