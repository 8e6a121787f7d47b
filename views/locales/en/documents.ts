/** English: documents. */
export const documents = {
  'retrieval.sought': 'Sought',
  'retrieval.retrieved': 'Retrieved',
  'retrieval.not_retrieved': 'Not retrieved',
  'retrieval_outcome.retrieved': 'Retrieved.',
  'retrieval_outcome.not_retrieved': 'Not retrieved.',
  'retrieval_outcome.reopened': 'Sought again.',
  'documents.title': 'Full texts',
  'documents.empty':
    'No publication has passed title and abstract yet. Those that do are sought here.',
  'documents.to_screening': 'To screening',
  'documents.filter': 'Filter by state',
  'documents.none_here': 'None in this state.',
  'documents.state': 'Full text',
  'documents.how': 'Where or how',
  'documents.how_for': 'Where or how: {title}',
  'documents.how_help':
    'A link, a library, a letter to the author. Needed when it could not be had.',
  'documents.how_read_at_screening': 'Read at screening',
  'documents.how_taken_over': 'Taken over from the report of the review',
  'documents.record_retrieved': 'Retrieved',
  'documents.record_not_retrieved': 'Not retrieved',
  'documents.record_reopened': 'Seek again',
  'documents.more': 'History',
  'documents.more_named': 'The full text of {title}: history',
  'documents.attempts': 'Attempts',
  'documents.judge': 'Judge at full text',
  'documents.pages': 'Text of the pages',
  'documents.pages_lead':
    'Quotations are looked for in this text. Paste the pages that you quote from.',
  'documents.page': 'Page',
  'documents.page_number': 'Page {page, number}',
  'documents.page_text': 'Text of the page',
  'documents.page_text_help':
    'As it stands in the document, without page header and footer. A page that is there already is replaced.',
  'documents.page_save': 'Save the page',
  'problem.page': 'Write the number of the page, from 1.',
} as const;
