use crate::stop::{Result, Stop};

/// Arguments, taken one by one.
pub struct Options(Vec<String>);

impl Options {
    /// Arguments as they came.
    pub fn new(args: Vec<String>) -> Self {
        Options(args)
    }

    /// Whether the flag is given; takes it.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|arg| arg != name);
        self.0.len() < before
    }

    /// The values of an option that may be given often; takes them.
    ///
    /// # Errors
    /// `Usage` if one has no value.
    pub fn values(&mut self, name: &str) -> Result<Vec<String>> {
        let mut found = Vec::new();
        while let Some(at) = self.0.iter().position(|arg| arg == name) {
            if at + 1 >= self.0.len() {
                return Err(Stop::Usage(format!("{name} needs a value")));
            }
            found.extend(self.0.drain(at..at + 2).nth(1));
        }
        Ok(found)
    }

    /// The next argument that is left, as a number.
    ///
    /// # Errors
    /// `Usage` if there is none, or it is no number.
    pub fn number(&mut self, what: &str) -> Result<u64> {
        let word = self.word(what)?;
        word.parse().map_err(|_| Stop::Usage(format!("{what} is a number, not {word:?}")))
    }

    /// The next argument that is left.
    ///
    /// # Errors
    /// `Usage` if there is none.
    pub fn word(&mut self, what: &str) -> Result<String> {
        if self.0.is_empty() {
            Err(Stop::Usage(format!("{what} is missing")))
        } else {
            Ok(self.0.remove(0))
        }
    }

    /// All that is left.
    ///
    /// # Errors
    /// `Usage` if there is an option among it.
    pub fn rest(self) -> Result<Vec<String>> {
        match self.0.iter().find(|arg| arg.starts_with('-')) {
            Some(arg) => Err(Stop::Usage(format!("unknown option {arg}"))),
            None => Ok(self.0),
        }
    }

    /// Checks that nothing is left.
    ///
    /// # Errors
    /// `Usage` if something is.
    pub fn end(self) -> Result<()> {
        match self.0.first() {
            Some(arg) => Err(Stop::Usage(format!("unexpected argument {arg}"))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Options {
        Options::new(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn each_argument_is_taken_once() {
        let mut o = options("--only a 7 --quick --only b");
        assert!(o.flag("--quick"));
        assert!(!o.flag("--quick"));
        assert_eq!(o.values("--only").unwrap(), ["a", "b"]);
        assert_eq!(o.number("N").unwrap(), 7);
        o.end().unwrap();
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(options("--only").values("--only").is_err());
        assert!(options("many").number("N").is_err());
        assert!(options("").number("N").is_err());
        assert!(options("--fast").rest().is_err());
        assert!(options("more").end().is_err());
    }
}
