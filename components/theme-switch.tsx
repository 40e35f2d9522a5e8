const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/**
 * Three radios that need no React: the stylesheet follows them at once, also without JavaScript, and says the
 * chosen one in the name of the group; `ThemeScript` remembers it.
 */
export function ThemeSwitch() {
  return (
    <fieldset className="theme">
      <legend>
        <span aria-hidden="true">Theme</span>
        {themes.map(({ value, label }) => (
          <span key={value} className="vh" data-theme-name={value}>
            Theme: {label}
          </span>
        ))}
      </legend>
      <div>
        {themes.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              id={`theme-${value}`}
              value={value}
              defaultChecked={value === 'system'}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
