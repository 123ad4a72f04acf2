//! Keys among the arguments of `dump`, as sstabledump takes them.
//!
//! Its -k and -x take all that follows, also what begins with a dash and is no flag of its own (`-1:x`), and so it has to be given the
//! SSTABLE first. Where that comes behind, a flag takes one key here.

use std::ffi::OsString;

use clap::{Command, CommandFactory};

use super::Cli;

/// The arguments, with each key of `dump` in one argument with its flag: `-k a -1:x` is `-k=a -k=-1:x`.
pub fn spell_out(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut command = Cli::command();
    command.build();
    let mut args = args.into_iter();
    let mut spelled: Vec<_> = args.next().into_iter().collect();
    while let Some(arg) = args.next() {
        match Kind::of(&arg, &command) {
            Kind::Flag { takes_next } => {
                spelled.push(arg);
                spelled.extend(args.by_ref().take(usize::from(takes_next)));
            }
            // The command.
            Kind::Key | Kind::Value | Kind::End => {
                let dump = command.find_subcommand("dump").filter(|_| arg == "dump");
                spelled.push(arg);
                match dump {
                    Some(dump) => Keys { dump, spelled: &mut spelled, flag: None, has_sstable: false }.take(args),
                    None => spelled.extend(args),
                }
                return spelled;
            }
        }
    }
    spelled
}

/// The arguments of `dump`, up to where one is.
struct Keys<'a> {
    dump: &'a Command,
    spelled: &'a mut Vec<OsString>,
    /// -k or -x, and whether it has a key.
    flag: Option<(OsString, bool)>,
    has_sstable: bool,
}

impl Keys<'_> {
    fn take(mut self, mut args: impl Iterator<Item = OsString>) {
        while let Some(arg) = args.next() {
            let kind = Kind::of(&arg, self.dump);
            match (kind, &mut self.flag) {
                (Kind::Key | Kind::Value, Some((flag, has_key))) if !*has_key || self.has_sstable => {
                    *has_key = true;
                    let mut both = flag.clone();
                    both.push("=");
                    both.push(arg);
                    self.spelled.push(both);
                }
                (Kind::Key, _) => self.spelled.push(arg),
                (Kind::Value, _) => {
                    self.has_sstable = true;
                    self.spelled.push(arg);
                }
                (Kind::End, _) => {
                    self.end_flag();
                    self.spelled.push(arg);
                    self.spelled.extend(args);
                    return;
                }
                (Kind::Flag { takes_next }, _) => {
                    self.end_flag();
                    if arg == "-k" || arg == "-x" {
                        self.flag = Some((arg, false));
                    } else {
                        self.spelled.push(arg);
                        self.spelled.extend(args.by_ref().take(usize::from(takes_next)));
                    }
                }
            }
        }
        self.end_flag();
    }

    /// A flag without a key is left to be complained of.
    fn end_flag(&mut self) {
        if let Some((flag, false)) = self.flag.take() {
            self.spelled.push(flag);
        }
    }
}

/// What an argument is.
enum Kind {
    Flag {
        takes_next: bool,
    },
    /// Begins with a dash, and yet is no flag.
    Key,
    Value,
    /// `--`
    End,
}

impl Kind {
    fn of(arg: &OsString, command: &Command) -> Self {
        let Some(text) = arg.to_str() else { return Kind::Value };
        if text == "--" {
            return Kind::End;
        }
        if let Some(long) = text.strip_prefix("--") {
            let takes = |arg: &clap::Arg| arg.get_long() == Some(long) && arg.get_action().takes_values();
            return Kind::Flag { takes_next: command.get_arguments().any(takes) };
        }
        let Some(shorts) = text.strip_prefix('-').filter(|shorts| !shorts.is_empty()) else { return Kind::Value };
        for (at, short) in shorts.char_indices() {
            match command.get_arguments().find(|arg| arg.get_short() == Some(short)) {
                None => return Kind::Key,
                Some(arg) if arg.get_action().takes_values() => {
                    return Kind::Flag { takes_next: at + short.len_utf8() == shorts.len() };
                }
                Some(_) => {}
            }
        }
        Kind::Flag { takes_next: false }
    }
}
