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
  'error.STAGE_NOT_REACHED':
    'This publication has not passed title and abstract, so it cannot be judged at full text yet.',
  'error.REASON_REQUIRED':
    'Choose the criterion that it fails: an exclusion at full text needs a reason.',
  'error.CRITERION_UNKNOWN':
    'This criterion is not one of the review’s criteria in force. Choose another one.',
  'error.MAYBE_AT_FULL_TEXT':
    'At full text the answer is include or exclude. If you cannot tell, write a note and skip it.',
  'error.VOTE_NOT_NEEDED':
    'Your colleagues have answered this one already. Your answer was not stored and is not needed.',
  'error.NOT_RETRIEVED':
    'This full text is marked as not retrieved. If you have it, record that under Full texts first.',
  'error.NOTHING_TO_SETTLE':
    'There is no conflict to settle here. Go back to the list of conflicts.',
  'error.FULL_TEXT_READ':
    'Somebody has judged this full text, so it cannot be marked as not retrieved.',
  'error.SLUG_INVALID':
    'Use small letters a to z, digits and hyphens between them, at most 60 characters.',
  'error.SLUG_TAKEN': 'Another review has this address. “{proposal}” is free.',
  'error.TITLE_REQUIRED': 'Give the review a title in at least one language.',
  'error.POLICY_IN_USE':
    'Somebody has already answered at this stage, so the number of reviewers can no longer change.',
  'error.AMENDMENT_NEEDS_REASON': 'The protocol has been written before. Say why you change it.',
  'error.PROTOCOL_CHANGED':
    'Version {number} was saved while you were writing. Compare the two, then save again if yours is to hold.',
  'error.CRITERION_INCOMPLETE': 'Criterion {row} needs a code and a label.',
  'error.CRITERION_CODE_TWICE': 'The code {code} is used twice. Each criterion needs its own.',
  'error.PERIOD_BACKWARDS': 'The period ends before it begins.',
  'error.LANGUAGE_UNKNOWN':
    '“{name}” is not a language we know. Write its name or its code, such as sv.',
  'error.COUNTRY_NAME_UNKNOWN':
    '“{name}” is not a country we know. Write its name or its code, such as SE.',
  'error.SEARCH_HAS_RECORDS':
    'This search has {count, plural, one {# record} other {# records}}. Undo its imports before you archive it.',
  'error.BLOCK_INCOMPLETE': 'Block {row} needs both a label and at least one term.',
  'error.EXERCISE_NOT_PUBLISHED':
    'An exercise is never published: it counts nowhere in the public base.',
  'error.FINDINGS_UNSUPPORTED':
    '{count, plural, one {One finding has} other {# findings have}} nothing that supports it: {findings}. Link an excerpt or a publication, or make it a draft again.',
  'error.ALREADY_PUBLISHED': 'The review is published already.',
  'error.NOT_PUBLISHED': 'The review is not published, so there is nothing to take back.',
  'error.WORK_PACKAGE_TWICE': 'Two work packages have the same code.',
  'error.PROJECT_KEY_TAKEN': 'The review already has a project with the key {key}.',
  'error.WORDS_REQUIRED': 'Write it in at least one language.',
  'error.ROW_CHANGED':
    'Somebody else has saved this while you wrote. Look at what stands there now; save again if yours shall hold.',
  'error.KEY_TAKEN': '“{key}” is already the name of another one here. Choose another name.',
  'error.COUNTRY_UNKNOWN':
    '“{name}” is not a country of ISO 3166-1. Choose a country from the list.',
  'error.FINDING_WITHOUT_SUPPORT':
    'Nothing supports this finding yet. Attach an excerpt or a publication that does, then make it final.',
  'error.CODE_CYCLE': 'A code cannot stand below itself. Choose another place.',
  'error.CODE_TOO_DEEP':
    'A codebook has at most {levels, number} levels. Choose a place further up.',
  'error.CODE_HAS_CHILDREN': 'There are codes below this one. Move or archive them first.',
  'error.CODE_UNKNOWN': 'This code is not in use in this review. Choose another one.',
  'error.EXCERPT_NOT_LOCATED':
    'Give a page or a place in the document, so that others can find it again.',
  'error.QUOTATION_HAS_ONE_LANGUAGE':
    'A quotation is in the document’s own language. Write it in one language, or make it a restatement.',
  'error.EXCERPT_KEPT':
    'Two people code this publication, each alone. Its excerpts can be used in findings when both are done.',
  'error.EXCERPT_IN_USE':
    '{count, plural, one {A finding leans} other {# findings lean}} on this excerpt. Take it away from there first.',
  'error.FINDING_KIND_UNKNOWN':
    'This kind of finding does not exist in the review. Choose another one.',
  'error.KIND_IN_USE':
    '{count, plural, one {One finding is} other {# findings are}} of this kind. Give them another kind first.',
  'error.SUPPORT_REPEATED': 'This already stands there.',
  'error.SOURCE_REQUIRED': 'Say where it stands: document, page, table.',
  'error.BOX_UNKNOWN': '“{box}” is not a box of the flow. Choose one from the list.',
  'error.SERIES_UNREADABLE':
    'Line {line, number} cannot be read. Write the group first, then one number for each year, with tabs between.',
  'error.RUN_UNKNOWN': 'This search run does not exist in this review. Choose another one.',
  'error.FORMAT_UNKNOWN': 'This format is not known. Choose one from the list.',
  'error.NO_FILE': 'Choose a file first.',
  'error.IMPORT_UNDONE': 'This import has been undone. Import the file again instead.',
  'error.IMPORT_BEING_UNDONE':
    'The import that brought this publication is being undone. It takes no more answers or other work, and is gone in a moment.',
  'error.IMPORT_NOT_FAILED': 'Only an import that has failed can be read again.',
  'error.IMPORT_NOT_DONE': 'Only a finished import can be undone. Wait until it has ended.',
  'error.IMPORT_HAS_DECISIONS':
    'The import cannot be undone: people have already worked on its publications. What would be lost is listed on the page.',
  'error.CORRECTION_INVALID': 'The value does not fit this field. Nothing was changed.',
  'error.PAIR_ANSWERED': 'Somebody has already answered this question. Reload the page.',
  'error.REPORT_WITHDRAWN':
    'This publication went when its import was undone. Import the file again to work on it.',
  'error.SAME_PUBLICATION': 'These two are one publication already.',
  'error.SPLIT_SOME': 'Tick at least one record, and leave at least one.',
  'error.KEPT_APART':
    'Somebody has decided that publications of these two groups are different. Take that decision back first.',
  'error.HOW_REQUIRED': 'Say what was tried: where it was looked for, or who was asked.',
  'error.REPORT_NOT_SOUGHT':
    'Full texts are sought for publications that have passed title and abstract. Choose one of those.',
  'error.ZIP_UNREADABLE':
    'The ZIP file is damaged, locked, or holds more than can be taken at once. Unpack it and attach the files.',
  'error.UNKNOWN_STYLE': 'There is no citation style named “{style}”.',
  'error.TEMPLATE_UNREADABLE': 'This is no Word document (.docx) that can be used as a template.',
  'error.ARCHIVE_UNREADABLE': 'The file is no archive of Underlag, or it was cut off.',
  'error.ARCHIVE_INCOMPLETE': 'The archive lacks {file}. Nothing has been restored.',
  'error.ARCHIVE_DAMAGED':
    '{file} in the archive is not what it was when the archive was made. Nothing has been restored.',
  'error.ARCHIVE_STRANGE': '{file} does not belong in the archive. Nothing has been restored.',
  'error.ARCHIVE_ROW': 'Row {row} of {file} cannot be read: {problem}. Nothing has been restored.',
  'error.ARCHIVE_NEWER':
    'The archive was made by a newer version of the program ({place}). Update, then restore it.',
  'error.ARCHIVE_FILE_LOST':
    'A file of the review is not in the data folder: {file}. The archive would not be whole, so none was made.',
  'error.UNBLINDING_UNCONFIRMED': 'Tick this if you want to see your colleagues’ unfinished work.',
  'error.PERSON_UNKNOWN': 'There is no open account that {name} could be. Choose again.',
  'error.PERSON_TWICE':
    'Two people of the archive cannot be one person here: they judged alone. Choose another account for {name}.',
  'error.PIECE_MENDED': 'Somebody has already put this right. Reload the page.',
  'error.IMPORT_NOT_WAITING': 'This import no longer waits for its columns. Reload its page.',
  'error.COLUMNS_WITHOUT_TITLE': 'Choose the column that holds the title.',
  'error.TOOL_REQUIRED': 'Name the tool that marked the records.',
  'error.NOTHING_TO_REMOVE':
    'Nothing that is still unscreened is chosen: give numbers, a year or a language.',
  'error.STAGE_LIST_UNREADABLE': 'The file could not be read as a list of references.',
  'error.STAGE_LIST_KNOWN': 'This list has been read already.',
  'error.STAGE_LIST_TAKEN_BACK': 'That list has been taken back: its records decide nothing.',
  'error.NOTHING_TO_TAKE_OVER':
    'There is nothing to take over: everything stands here already, was decided otherwise here, or has no counterpart yet.',
  'error.KEY_INVALID': 'A key is one letter.',
  'error.KEY_TWICE': '{key} already does something else.',
  'error.CODES_UNREADABLE': 'The codes could not be read (line or code {place}). {reason}',
  'error.VERSION_UNCHANGED': 'Nothing has changed since version {number, number}.',
  'error.PILOT_RUNNING': 'A pilot is running. Open the rest before another one.',
  'error.PILOT_EMPTY': 'There is nothing left without an answer to draw a sample from.',
  'error.PILOT_ALONE': 'A pilot needs two people who screen.',
  'error.PILOT_REASON': 'Say why the rest is opened below the threshold.',
  'error.CODERS_COMPLETE': 'Two others already code this publication.',
  'error.CODERS_NOT_DONE': 'The two coders are not both done yet. They can be compared then.',
  'error.ALREADY_COMPARED':
    'Both are done and can see each other’s work, so neither can change their own any more. Agree on what holds instead.',
  'error.CODED_BY_TWO':
    'Two people code this publication, each alone. Codes are put on it in your own coding, or agreed on when both are done.',
  'error.FINDING_UNKNOWN': 'Choose another finding of this review.',
  'error.ALREADY_STOPPED': 'Screening is stopped already.',
  'error.NOT_STOPPED': 'Screening is not stopped.',
  'error.NOTHING_LEFT': 'Nothing is left unscreened.',
  'error.OPTIONS_REQUIRED':
    'Write what there is to choose from, or the columns of the table, one a line.',
  'error.CODEBOOK_REQUIRED': 'Choose the codebook that the code comes from.',
  'error.SECTION_REQUIRED': 'Choose a section, or name a new one.',
  'error.APPRAISERS_COMPLETE': 'Two others already appraise this study.',
  'error.APPRAISAL_COMPARED':
    'The two appraisals have been opened to both. Agree on what holds instead.',
  'error.APPRAISAL_NOT_OPEN': 'The two are not both done yet. They can be compared then.',
  'error.APPRAISAL_INCOMPLETE':
    '{count, plural, one {# question has no answer yet.} other {# questions have no answer yet.}}',
  'error.OVERALL_REQUIRED': 'Say what you judge over all.',
  'error.OVERALL_REASON': 'Say why.',
  'error.COMPONENT_REASON': 'A concern needs a reason.',
  'error.ANSWER_INVALID': 'This answer does not fit the question.',
  'error.BULK_EMPTY': 'Tick at least one publication, or choose all in the list.',
  'error.BULK_TOO_MANY': 'At most {max, number} at once: narrow the list and do it in parts.',
  'error.ANSWER_TAKES_BACK':
    'This publication has gone on since you answered. Open it again to see what another answer takes back, and confirm it there.',
  'error.TABLE_INCOMPLETE':
    'Choose what the table needs: rows, and for a list or a map also columns.',
} as const;
