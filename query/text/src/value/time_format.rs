use std::io::Write;

/// How timestamps are written: a format of `strftime`, in UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeFormat {
    parts: Vec<Part>,
    milliseconds: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Letter(u8),
}

/// A moment, in UTC.
pub(super) struct Moment {
    pub year: i64,
    pub month: u8,
    pub day: u8,
    /// Since 1970-01-01.
    pub days: i64,
    /// Of the day.
    pub second: i64,
    /// Of the second.
    pub micro: u32,
}

const LETTERS: &[u8] = b"YmdHMSfzZjyBbAaIpFT%";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

impl Default for TimeFormat {
    /// `%Y-%m-%d %H:%M:%S.%f%z`.
    fn default() -> Self {
        let letters =
            [(b'Y', "-"), (b'm', "-"), (b'd', " "), (b'H', ":"), (b'M', ":"), (b'S', "."), (b'f', ""), (b'z', "")];
        let mut parts = Vec::new();
        for (letter, text) in letters {
            parts.push(Part::Letter(letter));
            if !text.is_empty() {
                parts.push(Part::Text(text.to_owned()));
            }
        }
        TimeFormat { parts, milliseconds: false }
    }
}

impl TimeFormat {
    /// Reads a format.
    ///
    /// # Errors
    /// It has a letter that is not known.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find('%') {
            if at > 0 {
                parts.push(Part::Text(rest[..at].to_owned()));
            }
            let letter = rest[at + 1..].bytes().next().filter(|letter| LETTERS.contains(letter));
            parts.push(Part::Letter(letter.ok_or_else(|| {
                let known: Vec<_> = LETTERS.iter().map(|letter| format!("%{}", char::from(*letter))).collect();
                format!("{text} is no format of times: it may have {}", known.join(" "))
            })?));
            rest = &rest[at + 2..];
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(TimeFormat { parts, milliseconds: false })
    }

    /// The same with fractions of seconds cut after three digits.
    #[must_use]
    pub fn in_milliseconds(self) -> Self {
        TimeFormat { milliseconds: true, ..self }
    }

    /// Appends a moment.
    pub(super) fn put(&self, at: &Moment, out: &mut Vec<u8>) {
        let last_fraction = self.parts.iter().rposition(|part| *part == Part::Letter(b'f'));
        for (i, part) in self.parts.iter().enumerate() {
            match part {
                Part::Text(text) => out.extend_from_slice(text.as_bytes()),
                Part::Letter(b'f') if self.milliseconds && Some(i) == last_fraction && self.is_behind_point(i) => {
                    // As `round_microseconds` has them.
                    let _ = write!(out, "{:03}", (f64::from(at.micro) * 0.001) as u32);
                }
                Part::Letter(letter) => put_letter(*letter, at, out),
            }
        }
    }

    fn is_behind_point(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|i| self.parts.get(i));
        matches!(before, Some(Part::Text(text)) if text.ends_with('.'))
    }
}

fn put_letter(letter: u8, at: &Moment, out: &mut Vec<u8>) {
    let (hour, minute, second) = (at.second / 3600, at.second / 60 % 60, at.second % 60);
    let month = MONTHS.get(usize::from(at.month) - 1).copied().unwrap_or("");
    let day = DAYS.get(at.days.rem_euclid(7) as usize).copied().unwrap_or("");
    // Writing to memory does not fail.
    let _ = match letter {
        b'Y' => write!(out, "{}", at.year),
        b'm' => write!(out, "{:02}", at.month),
        b'd' => write!(out, "{:02}", at.day),
        b'H' => write!(out, "{hour:02}"),
        b'M' => write!(out, "{minute:02}"),
        b'S' => write!(out, "{second:02}"),
        b'f' => write!(out, "{:06}", at.micro),
        b'z' => write!(out, "+0000"),
        b'Z' => write!(out, "UTC"),
        b'j' => write!(out, "{:03}", day_of_year(at)),
        b'y' => write!(out, "{:02}", at.year % 100),
        b'B' => write!(out, "{month}"),
        b'b' => write!(out, "{}", &month[..3.min(month.len())]),
        b'A' => write!(out, "{day}"),
        b'a' => write!(out, "{}", &day[..3.min(day.len())]),
        b'I' => write!(out, "{:02}", (hour + 11) % 12 + 1),
        b'p' => write!(out, "{}", if hour < 12 { "AM" } else { "PM" }),
        b'F' => write!(out, "{}-{:02}-{:02}", at.year, at.month, at.day),
        b'T' => write!(out, "{hour:02}:{minute:02}:{second:02}"),
        _ => write!(out, "%"),
    };
}

fn day_of_year(at: &Moment) -> i64 {
    let is_leap = at.year % 4 == 0 && (at.year % 100 != 0 || at.year % 400 == 0);
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let days = before.get(usize::from(at.month) - 1).copied().unwrap_or(0);
    days + i64::from(at.day) + i64::from(is_leap && at.month > 2)
}
