/** English: errors. */
export const errors = {
  'error.title': 'This did not work',
  'error.back': 'Back to the page you came from',
  'error.home': 'To the start page',
  'error.NOT_FOUND':
    'There is nothing at this address, or you may not see it. Check the address, or sign in with another account.',
  'error.SIGN_IN_REQUIRED': 'Sign in to do this.',
  'error.NOT_ALLOWED': 'Your role does not allow this. Ask an owner of the review.',
  'error.CROSS_SITE_REQUEST':
    'The form was sent from another site and was refused. Open the page here and send it again.',
  'error.TOO_MANY_REQUESTS': 'Too many attempts. Wait a quarter of an hour and try again.',
  'error.TOO_LARGE':
    'The file is larger than this installation accepts. Split it, or ask the administrator to raise UPLOAD_BYTES_MAX.',
  'error.INVALID_INPUT':
    'Something in the form or the address cannot be used. Nothing was changed.',
  'error.INTERNAL':
    'The program failed. Nothing was changed. The administrator finds the cause in the log.',
  'error.SIGN_IN_FAILED': 'The e-mail address and the password do not belong together. Check both.',
  'error.EMAIL_TAKEN': 'There is already an account with this address. Sign in with it instead.',
  'error.INVITATION_INVALID':
    'This invitation has been used, withdrawn or is too old. Ask for a new one.',
  'error.PASSWORD_WRONG': 'This is not your current password.',
  'error.LAST_OWNER': 'A review must keep an owner. Make somebody else owner first.',
  'error.LAST_ADMINISTRATOR':
    'An installation must keep an administrator. Invite another one first.',
  'error.PERSON_UNKNOWN': 'There is no account with this address.',
} as const;
