/**
 * Invented details of persons who do not exist, planted where real workbooks carry such details. None of them may
 * be in any byte that the program writes outside `originals/`.
 */
export const exampleCanaries = {
  /** `docProps/core.xml`, creator. */
  creator: 'Quillon Ashgarth',
  /** `docProps/core.xml`, last modified by. */
  lastModifiedBy: 'Maribel Thornvane',
  /** `docProps/app.xml`, manager. */
  manager: 'Osric Pellwater',
  /** Inside the `data=` part of Outlook safelinks. */
  email: 'wren.dunmarrow@example.invalid',
  /** A remark beside the columns, under a blank header cell. */
  remark: 'checked by Isolde Farrowmere',
} as const;
