import type { Category } from '../../lib/categories'

/** Line drawings on a 24 px grid. */
const DRAWINGS: Readonly<Record<Category, string>> = {
  start: 'M6 21V4m0 1c4-2.6 8 2.6 12 0v9c-4 2.6-8-2.6-12 0',
  counting: 'M6 5v14M10 5v14M14 5v14M18 5v14M3 16 21 8',
  privacy: 'M12 3l7 3v5c0 5-3 8.2-7 10-4-1.8-7-5-7-10V6zM9 12l2 2 4-4',
  operate: 'M4 5h16v6H4zM4 13h16v6H4zM7.5 8h.01M7.5 16h.01M11 8h5M11 16h5',
  reference: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6M9 11h4',
}

export function CategoryIcon({ category }: { category: Category }) {
  return (
    <span className="icon">
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={DRAWINGS[category]} />
      </svg>
    </span>
  )
}
