use std::io::Write as _;

use cqlite_format::context::{Component as Model, Context};
use cqlite_format::toc::SstableToc;
use cqlite_runtime::Buffer;

use super::{Outputs, Target, WriteError};
use crate::descriptor::Component;

type Result<T = ()> = std::result::Result<T, WriteError>;

/// The components of an SSTable that is written, as they are completed.
pub(super) struct Files<'t, O> {
    pub(super) outputs: O,
    cx: Context<'t>,
    /// Those that there are.
    names: Vec<Component>,
}

impl<O: Outputs> Files<'_, O> {
    pub(super) fn new(outputs: O, target: &Target) -> Self {
        Files { outputs, cx: Context::new(target.version), names: Vec::new() }
    }

    /// A component that is there already.
    pub(super) fn has(&mut self, component: &Component) {
        if !self.names.contains(component) {
            self.names.push(component.clone());
        }
    }

    pub(super) fn close(&mut self, component: Component, out: O::Out) -> Result {
        self.outputs.close(&component, out)?;
        self.has(&component);
        Ok(())
    }

    pub(super) fn write(&mut self, component: Component, model: &impl Model) -> Result {
        let mut buffer = Buffer::default();
        model.encode(&mut buffer, &self.cx)?;
        self.write_bytes(component, buffer.as_bytes())
    }

    pub(super) fn write_bytes(&mut self, component: Component, bytes: &[u8]) -> Result {
        let mut out = self.outputs.create(&component)?;
        out.write_all(bytes)?;
        self.close(component, out)
    }

    /// Writes the table of contents: all that there is to come is the commit.
    pub(super) fn toc(&mut self) -> Result {
        self.has(&Component::Toc);
        let mut names: Vec<String> = self.names.iter().map(|component| component.name().to_owned()).collect();
        names.sort();
        self.write(Component::Toc, &SstableToc { names, ..SstableToc::default() })
    }
}
