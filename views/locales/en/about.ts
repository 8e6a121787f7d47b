/** English: about. */
export const about = {
  'about.title': 'About Underlag and its licences',
  'about.lead':
    'Underlag is where a structured literature review is made and read: from the protocol and the searches, through screening and coding, to findings that anybody can search.',
  'about.claims':
    'Every number opens the rows it counts, and every claim leads to the quotation and the page it rests on. What a report does not say is shown as not reported.',
  'about.licence':
    'Underlag is open source under the MIT licence: anybody may use, change and share it. You run it on your own machine, and what you write in it is yours.',
  'about.libraries': 'What it is built on',
  'about.libraries_lead': 'Read from the packages themselves. Thank you to those who write them.',
  'about.library': 'Library',
  'about.licence_name': 'Licence',
  'about.what': 'What it is',
  'about.further': 'What those bring with them',
  'about.methods': 'Methods it follows',
  'about.demonstration': 'Sources of the demonstration reviews',
  'about.demonstration_lead':
    'The facts and figures come from these documents; the words are ours. Each fact names its page, table or figure.',
} as const;
