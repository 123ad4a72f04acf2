//! Where results go: standard output, or a file that appears when it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::closed;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::terminal::Filter;

/// The file that is being written under another name, if there is one.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Removes a file that was not completed.
pub fn remove_unfinished() {
    let unfinished = UNFINISHED.lock().map(|mut path| path.take());
    if let Ok(Some(path)) = unfinished {
        let _ = fs::remove_file(path);
    }
}

/// Standard output as a file: that of the standard library looks for the ends of lines in all that is written to it.
fn standard_output() -> io::Result<File> {
    closed::refuse()?;
    #[cfg(unix)]
    let owned = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?;
    #[cfg(windows)]
    let owned = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned()?;
    Ok(owned.into())
}

/// A sink for results.
pub struct Output {
    sink: Sink,
    /// What names it in errors.
    name: String,
    /// Whether the next byte begins a line.
    at_line_start: bool,
    /// Where it is a terminal.
    filter: Option<Filter>,
}

enum Sink {
    /// Standard output, a device or a pipe: written to as it is.
    Special(BufWriter<File>),
    File {
        file: BufWriter<File>,
        target: PathBuf,
        temporary: PathBuf,
    },
}

const BUFFER: usize = 1 << 16;

impl Output {
    /// Opens the file, or standard output if there is none or it is `-`.
    pub fn open(path: Option<&Path>, inputs: &Inputs, has_colors: bool) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            let name = "standard output".to_owned();
            let file = standard_output().map_err(|e| Failure::output(&name, &e))?;
            if let Some(why) = inputs.why_not_file(&name, &file) {
                return Err(Failure::usage(why));
            }
            return Ok(Self::new(Sink::Special(BufWriter::with_capacity(BUFFER, file)), name, has_colors));
        };
        if let Some(why) = inputs.why_not(path) {
            return Err(Failure::usage(why));
        }
        let name = path.display().to_string();
        let sink = Self::sink(path).map_err(|e| Failure::output(&name, &e))?;
        Ok(Self::new(sink, name, has_colors))
    }

    fn new(sink: Sink, name: String, has_colors: bool) -> Self {
        let is_terminal = matches!(&sink, Sink::Special(out) if out.get_ref().is_terminal());
        Output { sink, name, at_line_start: true, filter: is_terminal.then(|| Filter::new(has_colors)) }
    }

    fn buffer(&mut self) -> &mut BufWriter<File> {
        match &mut self.sink {
            Sink::Special(out) | Sink::File { file: out, .. } => out,
        }
    }

    fn sink(path: &Path) -> io::Result<Sink> {
        let is_special = fs::metadata(path).is_ok_and(|meta| !meta.is_file());
        if is_special {
            let file = File::options().write(true).open(path)?;
            return Ok(Sink::Special(BufWriter::with_capacity(BUFFER, file)));
        }
        // A link stays one: what it points to is replaced.
        let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
        let temporary = target.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
        let file = File::options().write(true).create_new(true).open(&temporary)?;
        if let Ok(mut unfinished) = UNFINISHED.lock() {
            *unfinished = Some(temporary.clone());
        }
        Ok(Sink::File { file: BufWriter::with_capacity(BUFFER, file), target, temporary })
    }

    /// Ends the line, if one was begun.
    pub fn end_line(&mut self) -> Result<(), Failure> {
        let ended = if self.at_line_start { Ok(()) } else { self.write_all(b"\n") };
        ended.map_err(|e| self.failure(&e))
    }

    /// An error in writing to it.
    pub fn failure(&self, e: &io::Error) -> Failure {
        Failure::output(&self.name, e)
    }

    /// What names it in errors.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Writes out what is left, and gives the file its name.
    pub fn commit(mut self) -> Result<(), Failure> {
        let done = self.finish();
        done.map_err(|e| self.failure(&e))
    }

    fn finish(&mut self) -> io::Result<()> {
        if let Some(filter) = &mut self.filter {
            let mut shown = Vec::new();
            filter.finish(&mut shown);
            self.buffer().write_all(&shown)?;
        }
        self.flush()?;
        let Sink::File { file, target, temporary } = &self.sink else { return Ok(()) };
        if let Ok(old) = fs::metadata(target) {
            fs::set_permissions(temporary, old.permissions())?;
        }
        file.get_ref().sync_all()?;
        fs::rename(temporary, target)?;
        if let Ok(mut unfinished) = UNFINISHED.lock() {
            *unfinished = None;
        }
        // So that the name outlives a power failure; not every file system can.
        if let Some(Ok(folder)) = target.parent().map(File::open) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.filter {
            Some(filter) => {
                let mut shown = Vec::with_capacity(bytes.len());
                filter.show(bytes, &mut shown);
                self.buffer().write_all(&shown)?;
                bytes.len()
            }
            None => self.buffer().write(bytes)?,
        };
        if let Some(last) = written.checked_sub(1).and_then(|i| bytes.get(i)) {
            self.at_line_start = *last == b'\n';
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.buffer().flush()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        remove_unfinished();
    }
}
