use super::TimeFormat;

/// How values are written.
#[derive(Debug, Clone)]
pub struct Style {
    /// Digits of a `float`, and of any number with a point in a collection, behind the point.
    pub float_precision: usize,
    /// Digits of a `double` behind the point.
    pub double_precision: usize,
    /// Between whole numbers and their fractions.
    pub decimal_separator: String,
    /// Between thousands; of numbers that are long the last digits are lost then, as in cqlsh.
    pub thousands_separator: String,
    /// True and false.
    pub booleans: [String; 2],
    /// How a timestamp is written.
    pub time: TimeFormat,
    /// For a field of a user type that is null.
    pub null: String,
}

impl Style {
    /// As cqlsh prints values.
    #[must_use]
    pub fn shown() -> Self {
        Style {
            float_precision: 5,
            double_precision: 5,
            decimal_separator: ".".to_owned(),
            thousands_separator: String::new(),
            booleans: ["True".to_owned(), "False".to_owned()],
            time: TimeFormat::default(),
            null: "null".to_owned(),
        }
    }

    /// As cqlsh's COPY writes them: more digits, and times in milliseconds.
    #[must_use]
    pub fn copied() -> Self {
        let time = TimeFormat::default().in_milliseconds();
        Style { double_precision: 12, time, null: String::new(), ..Style::shown() }
    }
}
