import { Button, Checkbox, createTheme, type MantineColorsTuple, Radio } from '@mantine/core'

/** The component library wants ten shades; what is painted comes from the palette in theme.css. */
const leaf: MantineColorsTuple = [
  '#eef5ef',
  '#e4efe4',
  '#c9dfcc',
  '#a9d8b1',
  '#7fbf8a',
  '#569a64',
  '#3e7a4e',
  '#3a7449',
  '#2c5b39',
  '#1f4028',
]

/** The calendar's buttons have pictures only. */
const ariaLabels = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous decade',
  nextDecade: 'Next decade',
}

export const theme = createTheme({
  primaryColor: 'leaf',
  colors: { leaf },
  primaryShade: { light: 7, dark: 4 },
  fontFamily: 'var(--ui)',
  headings: { fontFamily: 'var(--display)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13.5px', md: '14px', lg: '15px', xl: '19px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '26px' },
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm', fw: 520, fz: 'sm' },
      vars: (_theme, { variant }) => ({
        root: isFilled(variant) ? { '--button-color': 'var(--on-leaf)' } : {},
      }),
    }),
    Checkbox: Checkbox.extend({ vars: () => ({ root: { '--checkbox-icon-color': 'var(--on-leaf)' } }) }),
    Radio: Radio.extend({ vars: () => ({ root: { '--radio-icon-color': 'var(--on-leaf)' } }) }),
    Pill: { styles: { root: { background: 'var(--leafsoft)', color: 'var(--leafink)' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 500, withArrow: false } },
    // The library's placeholder for the first focus is no menu item, and menus may hold nothing else.
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    // The page never scrolls, so there is nothing to lock; the lock would want a style sheet without a nonce.
    Modal: {
      defaultProps: {
        transitionProps: { duration: 100 },
        centered: true,
        lockScroll: false,
        // A click beside it must not lose what was typed; what is only read says otherwise.
        closeOnClickOutside: false,
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontFamily: 'var(--display)', fontSize: 19, fontWeight: 600 } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    DateInput: { defaultProps: { clearButtonProps: { 'aria-label': 'Clear the date' }, ariaLabels } },
    DatePickerInput: { defaultProps: { clearButtonProps: { 'aria-label': 'Clear the dates' }, ariaLabels } },
    SpotlightRoot: { defaultProps: { lockScroll: false } },
  },
})

const isFilled = (variant: string | undefined) => variant === undefined || variant === 'filled'

/** The nonce that this page's style sheets have to carry; the app's scheme makes a new one for every page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
