import { EditorView } from '@codemirror/view'

/** The look of the list of members behind an `@`. */
export const memberListTheme = EditorView.theme({
  '.cm-tooltip.cm-members': {
    border: '1px solid var(--line)',
    borderRadius: '9px',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-members > ul': {
    fontFamily: 'var(--ui)',
    maxHeight: '276px',
    minWidth: '232px',
    maxWidth: '360px',
    padding: '4px',
    boxSizing: 'border-box',
  },
  '.cm-tooltip.cm-members > ul > li.cm-member': {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'center',
    minHeight: '40px',
    padding: '4px 8px',
    borderRadius: '6px',
    color: 'var(--ink)',
    boxSizing: 'border-box',
  },
  '.cm-tooltip.cm-members > ul > li.cm-member[aria-selected]': {
    backgroundColor: 'var(--leafsoft)',
    color: 'var(--leafink)',
  },
  '.cm-tooltip.cm-members[class*="disabled"] > ul > li.cm-member[aria-selected]': {
    backgroundColor: 'var(--leafsoft)',
  },
  '.cm-initials': {
    gridRow: '1 / span 2',
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    borderRadius: '50%',
    backgroundColor: 'var(--leafsoft)',
    color: 'var(--leafink)',
    fontSize: '10.5px',
    fontWeight: '600',
  },
  '[aria-selected] .cm-initials': { backgroundColor: 'var(--surface)' },
  '.cm-completionLabel': { gridColumn: '2', fontSize: '13.5px', lineHeight: '18px', fontWeight: '540' },
  '.cm-completionLabel:last-child': { gridRow: '1 / span 2' },
  '.cm-completionDetail': {
    gridColumn: '2',
    margin: '0',
    fontStyle: 'normal',
    fontSize: '12px',
    lineHeight: '16px',
    color: 'var(--ink2)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
})
