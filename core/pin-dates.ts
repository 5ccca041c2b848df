/**
 * PINs that are dates: birthdays and wedding days are what people think of first, and what those around them know.
 */

const FIRST_YEAR = 1920
const LAST_YEAR = 2029
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The orders in which people write a date, by the length of the PIN. Every year of two digits is plausible. */
const SHAPES: Record<number, string[]> = {
  6: ['ddmmyy', 'mmddyy', 'yymmdd', 'yyyymm', 'mmyyyy', 'yyyy**', '**yyyy'],
  7: ['dmmyyyy', 'ddmyyyy', 'mddyyyy', 'yyyymmd', 'yyyymdd'],
  8: ['ddmmyyyy', 'mmddyyyy', 'yyyymmdd', 'yyyyddmm', 'yyyyYYYY'],
}

/** True when the whole PIN can be read as a date or a year, from 1920 to 2029, in an order that people use. */
export function isDate(pin: string): boolean {
  return (SHAPES[pin.length] ?? []).some((shape) => fits(pin, shape))
}

function fits(pin: string, shape: string): boolean {
  const read = (field: RegExp) => {
    const found = field.exec(shape)
    return found && Number(pin.slice(found.index, found.index + found[0].length))
  }
  const month = read(/m+/)
  const day = read(/d+/)
  return (
    [read(/yyyy/), read(/YYYY/)].every((year) => isBetween(year, FIRST_YEAR, LAST_YEAR)) &&
    isBetween(month, 1, 12) &&
    isBetween(day, 1, DAYS_OF_MONTH[(month ?? 1) - 1]!)
  )
}

/** What the shape does not have (null) fits. */
function isBetween(value: number | null, low: number, high: number): boolean {
  return value === null || (value >= low && value <= high)
}
