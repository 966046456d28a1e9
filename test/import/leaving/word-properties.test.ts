import { core, custom, customProperty, each, extended, inParagraph } from './planted'

describe('what is stored in a Word document beside its text', () => {
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'
  each({
    'who wrote it, and what they said of it': [
      {
        body: inParagraph(''),
        parts: {
          'docProps/core.xml': core(
            '<dc:creator>Ann Quill</dc:creator><cp:lastModifiedBy>Bo Reed</cp:lastModifiedBy><dc:title>Draft 3</dc:title><dc:subject>S</dc:subject><cp:keywords>K</cp:keywords><dc:description>D</dc:description><cp:category>C</cp:category><cp:contentStatus>Draft</cp:contentStatus><cp:revision>7</cp:revision><dcterms:created>2026-01-01</dcterms:created>',
          ),
        },
        ofPackage: [{ type: `${relations}/core-properties`, target: 'docProps/core.xml' }],
      },
      [
        'properties | Author | Ann Quill | ',
        'properties | Last saved by | Bo Reed | ',
        'properties | Title | Draft 3 | ',
        'properties | Subject | S | ',
        'properties | Keywords | K | ',
        'properties | Comments in the properties | D | ',
        'properties | Category | C | ',
        'properties | Status | Draft | ',
      ],
    ],
    'the office': [
      {
        body: inParagraph(''),
        parts: {
          'docProps/app.xml': extended(
            '<Application>Microsoft Office Word</Application><Company>Westmarch Council</Company><Manager>Cy Hall</Manager><Template>Normal.dotm</Template><Pages>3</Pages>',
          ),
        },
        ofPackage: [{ type: 'extended-properties', target: 'docProps/app.xml' }],
      },
      ['properties | Company | Westmarch Council | ', 'properties | Manager | Cy Hall | '],
    ],
    'what somebody or a program added': [
      {
        body: inParagraph(''),
        parts: {
          'docProps/custom.xml': custom(
            `${customProperty('Case', '204417')}${customProperty('MSIP_Label_1_Enabled', 'true')}${customProperty('MSIP_Label_1_SiteId', 'abc')}`,
          ),
        },
        ofPackage: [{ type: 'custom-properties', target: 'docProps/custom.xml' }],
      },
      [
        'properties | Property “Case” | 204417 | ',
        'properties | A label of the office, with the number by which Microsoft knows the office |  | ',
      ],
    ],
    'data stored beside the text': [
      {
        body: inParagraph(''),
        parts: {
          'customXml/item1.xml': '<p xmlns="x"><owner>Ann Quill</owner></p>',
          'customXml/item2.xml': '<b:Sources xmlns:b="y" SelectedStyle="\\APA.XSL"/>',
        },
        related: [
          { type: 'customXml', target: '../customXml/item1.xml' },
          { type: 'customXml', target: '../customXml/item2.xml' },
        ],
      },
      ['properties | Data stored beside the text | Ann Quill | '],
    ],
    variables: [
      {
        body: inParagraph(''),
        parts: {
          'word/settings.xml':
            '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docVars><w:docVar w:name="file" w:val="S:\\cases\\204417"/></w:docVars></w:settings>',
        },
        related: [{ type: 'settings', target: 'settings.xml' }],
      },
      ['properties | Variable “file” | S:\\cases\\204417 | '],
    ],
    'whoever worked on it': [
      {
        body: inParagraph(''),
        people: '<w15:person w15:author="Ann Quill"/><w15:person w15:author="Bo Reed"/>',
      },
      ['properties | Names of those who changed or commented it | Ann Quill, Bo Reed | '],
    ],
    'a picture of the first page': [
      {
        body: inParagraph(''),
        ofPackage: [{ type: `${relations}/thumbnail`, target: 'docProps/thumbnail.jpeg' }],
      },
      ['properties | A picture of the first page |  | '],
    ],
  })
})
