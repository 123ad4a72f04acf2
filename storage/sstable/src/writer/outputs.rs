use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::descriptor::Component;

/// Where the components of an SSTable that is written go.
pub trait Outputs {
    /// What one is written to.
    type Out: Write + Send + 'static;

    /// A component will be written.
    ///
    /// # Errors
    /// It cannot be, or is there.
    fn create(&mut self, component: &Component) -> io::Result<Self::Out>;

    /// A component has been written.
    ///
    /// # Errors
    /// What has been written cannot be kept.
    fn close(&mut self, component: &Component, out: Self::Out) -> io::Result<()>;

    /// All components have been written: they are an SSTable from now on. Without this there is nothing of it.
    ///
    /// # Errors
    /// They cannot be kept.
    fn commit(&mut self) -> io::Result<()>;
}

/// Components in memory.
#[derive(Debug, Default)]
pub struct MemoryOutputs {
    /// Those that have been written.
    pub components: BTreeMap<Component, Vec<u8>>,
}

impl Outputs for MemoryOutputs {
    type Out = Vec<u8>;

    fn create(&mut self, _: &Component) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn close(&mut self, component: &Component, out: Vec<u8>) -> io::Result<()> {
        let _ = self.components.insert(component.clone(), out);
        Ok(())
    }

    fn commit(&mut self) -> io::Result<()> {
        Ok(())
    }
}
