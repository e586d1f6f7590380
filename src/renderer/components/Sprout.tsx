/** The mark of Coppice: a shoot that grows back. */
export function Sprout({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M10 18V9M10 12.5C6 12.5 3.8 9.4 3.8 5.2 7.8 5.2 10 8.3 10 12.5M10 9.5C10 5.3 12.2 3 16.2 3c0 4.2-2.2 6.5-6.2 6.5" />
    </svg>
  )
}
