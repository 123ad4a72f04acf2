use std::io::{self, Write};
use std::sync::Arc;

use super::Outputs;
use crate::descriptor::Component;
use crate::io::{ComponentSource, ReadAt};

/// Outputs of which some are left as they are, for they are there already: what would be written to these is compared with them.
pub struct MissingOutputs<O> {
    outputs: O,
    source: Arc<dyn ComponentSource>,
    left: Vec<Component>,
    made: Vec<Component>,
    /// Those that are left, and have other bytes than would be written.
    other: Vec<Component>,
}

/// Where a component goes.
pub enum Wanted<W> {
    /// It is written.
    Made(W),
    /// It is there already.
    Left {
        /// As it is there.
        file: Arc<dyn ReadAt>,
        /// How much has been compared.
        at: u64,
        /// Whether all of that is the same.
        is_same: bool,
    },
}

/// Components that say where something is in each other: if one of them is made, the other has to be what would be made with it.
const PAIRS: [(Component, Component); 2] =
    [(Component::PrimaryIndex, Component::Summary), (Component::Partitions, Component::Rows)];

/// What is made would not fit what is left.
#[derive(Debug, thiserror::Error)]
#[error("{left} does not match Data.db with this column index size, so that a new {made} would not fit it")]
pub struct Misfit {
    made: Component,
    left: Component,
}

impl<O: Outputs> MissingOutputs<O> {
    /// All components that a source does not have.
    ///
    /// # Errors
    /// Those that there are cannot be listed.
    pub fn new(outputs: O, source: Arc<dyn ComponentSource>) -> io::Result<Self> {
        let left = source.components()?;
        Ok(MissingOutputs { outputs, source, left, made: Vec::new(), other: Vec::new() })
    }

    /// Those that have been written.
    #[must_use]
    pub fn made(&self) -> &[Component] {
        &self.made
    }

    /// Those that are there.
    #[must_use]
    pub fn left(&self) -> &[Component] {
        &self.left
    }

    /// Those of them that have other bytes than would be written, known once all has been. They need not be damaged.
    #[must_use]
    pub fn other(&self) -> &[Component] {
        &self.other
    }

    fn misfit(&self) -> Option<Misfit> {
        let pairs = PAIRS.into_iter().flat_map(|(a, b)| [(a.clone(), b.clone()), (b, a)]);
        let mut misfits = pairs.filter(|(made, left)| self.made.contains(made) && self.other.contains(left));
        misfits.next().map(|(made, left)| Misfit { made, left })
    }
}

impl<O: Outputs> Outputs for MissingOutputs<O> {
    type Out = Wanted<O::Out>;

    fn create(&mut self, component: &Component) -> io::Result<Self::Out> {
        if self.left.contains(component) {
            if let Some(file) = self.source.open(component)? {
                return Ok(Wanted::Left { file, at: 0, is_same: true });
            }
        }
        let out = self.outputs.create(component)?;
        self.made.push(component.clone());
        Ok(Wanted::Made(out))
    }

    fn close(&mut self, component: &Component, out: Self::Out) -> io::Result<()> {
        match out {
            Wanted::Made(out) => return self.outputs.close(component, out),
            Wanted::Left { file, at, is_same } if is_same && at == file.len() => {}
            Wanted::Left { .. } => self.other.push(component.clone()),
        }
        Ok(())
    }

    fn commit(&mut self) -> io::Result<()> {
        match self.misfit() {
            Some(misfit) => Err(io::Error::new(io::ErrorKind::InvalidData, misfit)),
            None => self.outputs.commit(),
        }
    }
}

impl<W: Write> Write for Wanted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Wanted::Made(out) => out.write(bytes),
            Wanted::Left { file, at, is_same } => {
                let mut there = vec![0; if *is_same { bytes.len() } else { 0 }];
                *is_same = *is_same && file.read_exact_at(*at, &mut there).is_ok() && there == bytes;
                *at += bytes.len() as u64;
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Wanted::Made(out) => out.flush(),
            Wanted::Left { .. } => Ok(()),
        }
    }
}
