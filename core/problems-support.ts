/**
 * The refusals that staff meet; merged into the catalogue in problem.ts.
 */

export const SUPPORT_PROBLEMS = {
  own_account: {
    status: 403,
    title: 'This is your own account',
    help: 'Nobody helps themselves. Ask a colleague.',
    retryable: false,
  },
  own_request: {
    status: 403,
    title: 'This is your own request',
    help: 'Somebody else has to decide what you have asked for.',
    retryable: false,
  },
  second_person_required: {
    status: 403,
    title: 'A second person is needed',
    help: 'You have given out five one-time ways in within a day. A colleague has to give out the next one.',
    retryable: false,
  },
  already_decided: {
    status: 409,
    title: 'This request is decided already',
    help: 'Somebody has decided this request already, a newer request took its place, or its 24 hours are over.',
    retryable: false,
  },
  no_password: {
    status: 409,
    title: 'There is no password here',
    help: 'This person signs in with a password that the portal keeps itself. It can only be reset there.',
    retryable: false,
  },
  no_number: {
    status: 409,
    title: 'There is no number on file',
    help: 'There is no number to send anything to. Put one on file first.',
    retryable: false,
  },
  identity_not_checked: {
    status: 422,
    title: 'Nobody has checked who is calling',
    help: 'At least one of `identity_checks` must have been passed before somebody is helped in this way.',
    retryable: false,
  },
} as const
