//! Results on a terminal: what files hold must not command it.

/// Shows control characters as `\u{1b}`, but for ends of lines, tabs, and the colours that we print ourselves.
#[derive(Debug, Default)]
pub struct Filter {
    has_colors: bool,
    /// The beginning of a character or of a colour, whose end is not there yet.
    held: Vec<u8>,
}

/// Longest colour: `ESC [ 1 ; 31 m` and the like.
const LONGEST: usize = 16;
const ESCAPE: u8 = 0x1b;
/// The first byte of U+0080 to U+009F, as UTF-8 has them: control characters as well.
const HIGH: u8 = 0xc2;

impl Filter {
    pub fn new(has_colors: bool) -> Self {
        Filter { has_colors, held: Vec::new() }
    }

    /// Adds the bytes to `shown`.
    pub fn show(&mut self, bytes: &[u8], shown: &mut Vec<u8>) {
        for &byte in bytes {
            match self.held.first() {
                None => self.one(byte, shown),
                Some(&HIGH) => {
                    self.held.clear();
                    if (0x80..0xa0).contains(&byte) {
                        escape(byte, shown);
                    } else {
                        shown.push(HIGH);
                        self.one(byte, shown);
                    }
                }
                Some(_) => self.color(byte, shown),
            }
        }
    }

    /// No more bytes come.
    pub fn finish(&mut self, shown: &mut Vec<u8>) {
        for (at, byte) in std::mem::take(&mut self.held).into_iter().enumerate() {
            match at == 0 && byte == ESCAPE {
                true => escape(byte, shown),
                false => shown.push(byte),
            }
        }
    }

    fn one(&mut self, byte: u8, shown: &mut Vec<u8>) {
        match byte {
            HIGH => self.held.push(byte),
            ESCAPE if self.has_colors => self.held.push(byte),
            b'\n' | b'\t' => shown.push(byte),
            _ if byte.is_ascii_control() => escape(byte, shown),
            _ => shown.push(byte),
        }
    }

    fn color(&mut self, byte: u8, shown: &mut Vec<u8>) {
        let goes_on = match self.held.len() {
            1 => byte == b'[',
            n => n < LONGEST && (byte.is_ascii_digit() || byte == b';'),
        };
        if goes_on {
            self.held.push(byte);
        } else if byte == b'm' && self.held.len() > 1 {
            shown.append(&mut self.held);
            shown.push(byte);
        } else {
            self.finish(shown);
            self.one(byte, shown);
        }
    }
}

fn escape(byte: u8, shown: &mut Vec<u8>) {
    shown.extend(format!("\\u{{{byte:x}}}").bytes());
}

#[cfg(test)]
mod tests {
    use super::Filter;

    /// However the bytes are cut.
    fn shown(text: &str, has_colors: bool) -> String {
        let bytes = text.as_bytes();
        let cut = |at: usize| {
            let (mut filter, mut out) = (Filter::new(has_colors), Vec::new());
            let (first, second) = bytes.split_at(at);
            filter.show(first, &mut out);
            filter.show(second, &mut out);
            filter.finish(&mut out);
            String::from_utf8(out).expect("UTF-8")
        };
        let all: Vec<String> = (0..=bytes.len()).map(cut).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{all:?}");
        all[0].clone()
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(
            shown("a\tb\nc\rd\x07\x7f\u{9b}2J\u{a0}é€\u{10348}", false),
            "a\tb\nc\\u{d}d\\u{7}\\u{7f}\\u{9b}2J\u{a0}é€\u{10348}"
        );
        assert_eq!(shown("\x1b[31m", false), "\\u{1b}[31m");
        assert_eq!(shown("\x1b]0;x\x07\x1b", false), "\\u{1b}]0;x\\u{7}\\u{1b}");
    }

    #[test]
    fn colours_stay() {
        assert_eq!(shown("\x1b[1;31merror\x1b[0m", true), "\x1b[1;31merror\x1b[0m");
        assert_eq!(shown("\x1b[2J\x1b[m\x1b\x1b[31mx\x1b", true), "\\u{1b}[2J\x1b[m\\u{1b}\x1b[31mx\\u{1b}");
        assert_eq!(shown("\x1b[0;0;0;0;0;0;0;0;0;0m", true), "\\u{1b}[0;0;0;0;0;0;0;0;0;0m");
        assert_eq!(shown("\x1bm\x1b[é", true), "\\u{1b}m\\u{1b}[é");
    }
}
