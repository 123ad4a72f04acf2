//! Where a walk is within one value.

use std::rc::Rc;

use super::dynamic::Dyn;
use super::spec::{Field, Table};

/// The parameters of a file's type.
#[derive(Debug, Clone)]
pub struct Root<'p> {
    pub(super) table: &'static Table,
    pub(super) params: Rc<[Dyn<'p>]>,
}

/// What names mean within a value: its parameters, and its fields as far as expressions name them.
#[derive(Debug, Clone)]
pub struct Scope<'p> {
    pub(super) table: &'static Table,
    pub(super) params: Rc<[Dyn<'p>]>,
    pub(super) root: Root<'p>,
    /// Fields, then bodies.
    pub(super) slots: Vec<Dyn<'p>>,
}

impl<'p> Scope<'p> {
    pub(super) fn new(table: &'static Table, params: Vec<Dyn<'p>>, root: &Root<'p>) -> Self {
        let params: Rc<[Dyn<'p>]> = params.into();
        let root = if table.is_root { Root { table, params: params.clone() } } else { root.clone() };
        let slots = vec![Dyn::Absent; table.fields.len() + table.bodies.len()];
        Scope { table, params, root, slots }
    }

    pub(super) fn keep(&mut self, part: usize, value: Dyn<'p>) {
        if let Some(slot) = self.slots.get_mut(part) {
            *slot = value;
        }
    }
}

/// A stream: offsets in the component of its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stream {
    pub(super) start: u64,
    /// `None`: the component's own, which ends where the window does.
    pub(super) end: Option<u64>,
}

/// A position: the offset in the component, and bits taken of the byte there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    pub(super) offset: u64,
    pub(super) bit: u32,
}

/// Elements of the part that a frame is at.
#[derive(Debug, Clone)]
pub(super) struct Elements<'p> {
    /// How many, if that is known.
    pub(super) count: Option<u64>,
    pub(super) index: u64,
    /// The element has been told of, and is not at its end.
    pub(super) is_entered: bool,
    /// Where the element told of begins.
    pub(super) begin: u64,
    /// The element before was the last (`repeat-until`).
    pub(super) is_over: bool,
    /// Those read, if they are kept.
    pub(super) kept: Vec<Dyn<'p>>,
    /// Where to go on after the elements of a body.
    pub(super) back: Option<Position>,
}

/// A value that is being walked over.
#[derive(Debug, Clone)]
pub(super) struct Frame<'p> {
    pub(super) scope: Scope<'p>,
    pub(super) stream: Stream,
    /// It has the stream for itself.
    pub(super) owns_stream: bool,
    pub(super) at: Position,
    /// The part it is at.
    pub(super) part: usize,
    /// Its elements, once they have begun.
    pub(super) elements: Option<Elements<'p>>,
}

impl<'p> Frame<'p> {
    pub(super) fn field(&self) -> Option<&'static Field> {
        self.scope.table.part(self.part).map(|p| p.0)
    }

    /// `_index`
    pub(super) fn index(&self) -> Option<u64> {
        let repeats = self.field().is_some_and(|f| !matches!(f.repeat, super::spec::Repeat::Once));
        self.elements.as_ref().filter(|_| repeats).map(|e| e.index)
    }

    /// The site of the part it is at.
    pub(super) fn site(&self) -> &'static crate::site::Site {
        self.scope.table.site(self.part + 1)
    }
}
