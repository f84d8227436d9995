import { defaultSchema, type Schema } from 'hast-util-sanitize';

/** What may stand in a published body: a list of what is allowed, never of what is forbidden. */
export const schema: Schema = {
  ...defaultSchema,
  // Ids are made here from headings, and never as the page's own are.
  clobber: [],
  tagNames: [
    'a', 'aside', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5',
    'h6', 'hr', 'img', 'li', 'ol', 'p', 'pre', 'section', 'span', 'strong', 'sup', 'table', 'tbody', 'td', 'th',
    'thead', 'tr', 'ul',
  ],
  attributes: {
    a: ['href', 'className', 'ariaLabel', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref', 'id'],
    aside: ['className', 'role', 'ariaLabel'],
    code: [],
    div: ['className', 'role', 'ariaLabel', 'tabIndex'],
    figure: ['className'],
    h2: ['id', 'className'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['src', 'alt'],
    li: ['id', 'className'],
    ol: ['start', 'className'],
    p: ['className'],
    section: ['className', 'dataFootnotes'],
    span: ['className', 'lang'],
    td: ['align'],
    th: ['align', 'scope'],
    ul: ['className'],
    '*': [],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'template', 'svg', 'math'],
  ancestors: {},
  required: {},
};
