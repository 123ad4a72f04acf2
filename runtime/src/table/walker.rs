//! Going over a component, leaf by leaf.

use std::rc::Rc;

use super::ahead::Ahead;
use super::dynamic::Dyn;
use super::eval::{Context, Io};
use super::frame::{Elements, Frame, Position, Root, Scope, Stream};
use super::leaf;
use super::spec::{Field, Kind, Repeat, Size, Table, Valid};
use crate::array;
use crate::error::{ReadError, ReadErrorKind, Result};
use crate::reader::Reader;
use crate::site::Site;
use crate::walk::{Value, Walk};

/// Bytes of a component that are at hand.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a> {
    /// The bytes.
    pub data: &'a [u8],
    /// Offset of the first of them in the component.
    pub base: u64,
    /// Whether the component ends with them.
    pub is_last: bool,
}

/// How far a walk came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Over all of it.
    Done,
    /// To [`Walker::offset`]: bytes from there on are needed, more of them than there were.
    More,
    /// As far as was wanted.
    Halted,
}

/// A walk over a value that can stop wherever bytes are missing. Nothing is told twice.
#[derive(Debug)]
pub struct Walker<'p> {
    frames: Vec<Frame<'p>>,
    table: &'static Table,
    offset: u64,
}

/// Why a step was not made.
enum Fault {
    /// The bytes are wrong; the element concerned is known or not.
    Wrong(ReadError, InElement),
    More,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum InElement {
    Yes,
    No,
}

type Stepped<T> = std::result::Result<T, Fault>;

impl<'p> Walker<'p> {
    /// A walk from the start of a component, whose type has these parameters.
    pub fn new(table: &'static Table, args: Vec<Dyn<'p>>) -> Self {
        let root = Root { table, params: Rc::from([]) };
        Self::at_scope(Scope::new(table, args, &root))
    }

    /// A walk over a value of a type below a file's type, whose parameters are given.
    pub fn within(table: &'static Table, root: &'static Table, args: Vec<Dyn<'p>>) -> Self {
        let root = Root { table: root, params: args.into() };
        Self::at_scope(Scope::new(table, Vec::new(), &root))
    }

    fn at_scope(scope: Scope<'p>) -> Self {
        let (table, stream) = (scope.table, Stream { start: 0, end: None });
        let at = Position { offset: 0, bit: 0 };
        let frame = Frame { scope, stream, owns_stream: false, at, part: 0, elements: None };
        Walker { frames: vec![frame], table, offset: 0 }
    }

    /// Starts elsewhere than at the start of the component; `start` is where the stream begins.
    pub fn start_at(&mut self, start: u64, offset: u64) {
        self.offset = offset;
        if let Some(frame) = self.frames.first_mut() {
            frame.stream.start = start;
            frame.at.offset = offset;
        }
    }

    /// The type of what is walked over.
    pub fn table(&self) -> &'static Table {
        self.table
    }

    /// Offset of what has not been walked over.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Goes on as far as the bytes at hand go; they must begin at or before [`Self::offset`].
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn run(&mut self, window: &Window<'_>, w: &mut dyn Walk) -> Result<Step> {
        while !self.frames.is_empty() {
            if w.is_done() {
                return Ok(Step::Halted);
            }
            match self.step(window, w) {
                Ok(()) => {}
                Err(Fault::More) => return Ok(Step::More),
                Err(Fault::Wrong(e, in_element)) => return Err(self.located(e, in_element)),
            }
            self.offset = self.frames.last().map_or(self.offset, |f| f.at.offset);
        }
        Ok(Step::Done)
    }

    /// An error with the path of the fields that it is in.
    fn located(&self, e: ReadError, mut in_element: InElement) -> ReadError {
        let mut error = e;
        for (depth, frame) in self.frames.iter().enumerate().rev() {
            if depth + 1 < self.frames.len() {
                error = error.within(frame.site(), None);
            }
            if let (InElement::Yes, Some(index)) = (in_element, frame.index()) {
                error = error.at_index(frame.site(), index as i64);
            }
            in_element = InElement::Yes;
        }
        error
    }

    /// Makes one step: opens a part, or tells of one leaf, or of one beginning or end.
    fn step(&mut self, window: &Window<'_>, w: &mut dyn Walk) -> Stepped<()> {
        let Some((frame, above)) = self.frames.split_last_mut() else { return Ok(()) };
        let mut turn = Turn { frame, above, window };
        let Some((field, at)) = turn.frame.scope.table.part(turn.frame.part) else {
            return self.end(window, w);
        };
        if turn.frame.elements.is_none() {
            return turn.open(field, at).map_err(|e| turn.fault(e, InElement::No));
        }
        if turn.is_over(field)? {
            turn.close(field);
            return Ok(());
        }
        match &field.kind {
            Kind::Type(..) | Kind::Switch(..) => {
                let child = turn.enter(field, w).map_err(|e| turn.fault(e, InElement::Yes))?;
                self.frames.extend(child);
                Ok(())
            }
            _ if turn.has_passed(field, w) => Ok(()),
            _ => turn.leaf(field, w).map_err(|e| turn.fault(e, InElement::Yes)),
        }
    }

    /// Ends the innermost value.
    fn end(&mut self, window: &Window<'_>, w: &mut dyn Walk) -> Stepped<()> {
        let Some((frame, above)) = self.frames.split_last_mut() else { return Ok(()) };
        let mut turn = Turn { frame, above, window };
        if turn.frame.scope.table.has_trailing {
            turn.trailing(w)?;
        }
        let ended = match turn.above.split_last_mut() {
            None => {
                self.offset = turn.frame.at.offset;
                Ok(())
            }
            Some((parent, above)) => {
                let child = turn.frame;
                let mut turn = Turn { frame: parent, above, window };
                turn.leave(child, w).map_err(|(e, within)| turn.fault(e, within))
            }
        };
        match ended {
            // The path of the error is that of the parent's field.
            Err(fault) => {
                self.frames.pop();
                Err(fault)
            }
            Ok(()) => {
                let child = self.frames.pop();
                let (Some((frame, above)), Some(child)) = (self.frames.split_last_mut(), child) else { return Ok(()) };
                let (owner, start) = (child.scope.table.site(0).owner, frame.elements.as_ref().map_or(0, |e| e.begin));
                keep(frame, Dyn::Record(Rc::new(child.scope)));
                let turn = Turn { frame, above, window };
                match turn.frame.field().and_then(|f| f.valid) {
                    Some(valid) => {
                        turn.check(valid, None, start, owner.to_owned()).map_err(|e| Fault::Wrong(e, InElement::No))
                    }
                    None => Ok(()),
                }
            }
        }
    }
}

/// What a part would be if it were these bytes; its condition is not asked for.
pub(super) fn stored<'p>(context: &Context<'_, 'p>, part: usize, bytes: &'static [u8]) -> Result<Dyn<'p>> {
    let stream = Stream { start: 0, end: Some(bytes.len() as u64) };
    let (scope, at) = (context.scope.clone(), Position { offset: 0, bit: 0 });
    let frame = Frame { scope, stream, owns_stream: false, at, part, elements: None };
    let frames: Vec<Frame<'p>> = context.frames.iter().cloned().chain([frame]).collect();
    let (depth, window) = (frames.len(), Window { data: bytes, base: 0, is_last: true });
    let mut walker = Walker { table: context.scope.table, frames, offset: 0 };
    let Some((frame, above)) = walker.frames.split_last_mut() else { return Ok(Dyn::Absent) };
    if let Some(field) = frame.field() {
        let mut turn = Turn { frame, above, window: &window };
        let elements = turn.elements(field)?;
        turn.frame.elements = Some(elements);
    }
    loop {
        match walker.frames.get_mut(depth - 1) {
            Some(own) if own.part == part => {}
            Some(own) => return Ok(own.scope.slots.get(part).cloned().unwrap_or(Dyn::Absent)),
            None => return Ok(Dyn::Absent),
        }
        match walker.step(&window, &mut Untold) {
            Ok(()) => {}
            Err(Fault::Wrong(e, _)) => return Err(e),
            Err(Fault::More) => return Err(context.error(ReadErrorKind::Absent { field: context.site.field })),
        }
    }
}

/// A walk that nobody is told of.
struct Untold;

impl Walk for Untold {
    fn enter(&mut self, _: &'static Site, _: Option<u64>, _: u64) {}
    fn leave(&mut self, _: u64) {}
    fn leaf(&mut self, _: &'static Site, _: Option<u64>, _: u64, _: u64, _: Value<'_>) {}
}

/// Notes an element and goes on to the next. Of those that repeat only lists that are asked for are kept.
fn keep<'p>(frame: &mut Frame<'p>, value: Dyn<'p>) {
    let Some(field) = frame.field() else { return };
    let part = frame.part;
    if let Some(elements) = &mut frame.elements {
        elements.index += 1;
        match field.repeat {
            Repeat::Once => frame.scope.keep(part, value),
            _ if field.is_kept && !field.is_ahead => elements.kept.push(value),
            _ => {}
        }
    }
}

/// The innermost value, what it is in, and the bytes.
struct Turn<'t, 'p, 'a> {
    frame: &'t mut Frame<'p>,
    above: &'t mut [Frame<'p>],
    window: &'t Window<'a>,
}

impl<'p, 'a> Turn<'_, 'p, 'a> {
    fn stream_end(&self) -> u64 {
        self.frame.stream.end.unwrap_or(self.window.base + self.window.data.len() as u64)
    }

    /// A reader of the rest of the stream.
    fn reader(&self) -> Reader<'a> {
        let Position { offset, bit } = self.frame.at;
        let index = |at: u64| usize::try_from(at.saturating_sub(self.window.base)).unwrap_or(usize::MAX);
        let rest = self.window.data.get(index(offset)..index(self.stream_end())).unwrap_or(&[]);
        let mut r = Reader::with_base(rest, offset);
        r.advance_bits(bit.into());
        r
    }

    fn took(&mut self, r: &Reader<'_>) {
        self.frame.at = Position { offset: r.offset(), bit: r.bit() };
    }

    fn context(&self) -> Context<'_, 'p> {
        let frame = &*self.frame;
        let start = frame.stream.start;
        let io = Io { pos: frame.at.offset - start, size: self.stream_end().saturating_sub(start) };
        let (scope, frames, index) = (&frame.scope, &*self.above, frame.index());
        Context { scope, frames, index, item: None, io, offset: frame.at.offset, site: frame.site() }
    }

    /// Whether an error only says that bytes are not at hand yet.
    fn fault(&self, e: ReadError, in_element: InElement) -> Fault {
        if self.may_go_on() && e.is_unexpected_end() {
            Fault::More
        } else {
            Fault::Wrong(e, in_element)
        }
    }

    /// Whether the stream may go on after the bytes at hand.
    fn may_go_on(&self) -> bool {
        !self.window.is_last && self.frame.stream.end.is_none()
    }

    /// Begins a field or body.
    fn open(&mut self, field: &'static Field, body: Option<&'static super::expr::Expr>) -> Result<()> {
        if field.is_aligned && self.frame.at.bit > 0 {
            self.frame.at = Position { offset: self.frame.at.offset + 1, bit: 0 };
        }
        let is_there = match field.when {
            Some(when) => self.context().truth(when)?,
            None => !matches!(field.kind, Kind::View),
        };
        if !is_there {
            self.frame.part += 1;
            return Ok(());
        }
        let back = self.frame.at;
        if let Some(body) = body {
            self.go_to(body)?;
        }
        let opened = self.elements(field);
        let mut elements = match opened {
            Ok(elements) => elements,
            Err(e) => {
                self.frame.at = back;
                return Err(e);
            }
        };
        elements.back = body.map(|_| back);
        self.frame.elements = Some(elements);
        Ok(())
    }

    fn go_to(&mut self, body: &'static super::expr::Expr) -> Result<()> {
        let context = self.context();
        let (found, start) = (context.number(body)?, self.frame.stream.start);
        match u64::try_from(found).ok().filter(|pos| *pos <= context.io.size) {
            Some(pos) => self.frame.at = Position { offset: start + pos, bit: 0 },
            None => return Err(context.error(ReadErrorKind::OutOfRange { found, limit: context.io.size })),
        }
        Ok(())
    }

    /// How many elements there are; those asked for ahead are noted.
    fn elements(&mut self, field: &'static Field) -> Result<Elements<'p>> {
        let (r, site) = (self.reader(), self.frame.site());
        let count = match &field.repeat {
            Repeat::Once => Some(1),
            Repeat::Count(count) => {
                let count = self.context().number(count)?;
                if field.is_ahead {
                    let ahead = Ahead::take(field, count, (&self.context(), &r), site)?;
                    let part = self.frame.part;
                    self.frame.scope.keep(part, Dyn::Ahead(Rc::new(ahead)));
                }
                // What is not at hand yet may be as long as it says.
                Some(match u64::try_from(count) {
                    Ok(count) if self.may_go_on() => count,
                    _ => array::count(&r, count, 0, site)?,
                })
            }
            Repeat::Eos | Repeat::Until(_) => None,
        };
        Ok(Elements { count, index: 0, is_entered: false, begin: 0, is_over: false, kept: Vec::new(), back: None })
    }

    /// Whether all elements of the part have been walked over.
    fn is_over(&self, field: &Field) -> Stepped<bool> {
        let Some(elements) = &self.frame.elements else { return Ok(true) };
        match (&field.repeat, elements.count) {
            (_, Some(count)) => Ok(elements.index >= count),
            (Repeat::Eos, _) if elements.is_entered => Ok(false),
            (Repeat::Eos, _) => match self.frame.at.offset >= self.stream_end() {
                true if self.may_go_on() => Err(Fault::More),
                is_over => Ok(is_over),
            },
            _ => Ok(elements.is_over),
        }
    }

    fn close(&mut self, field: &Field) {
        let part = self.frame.part;
        if let Some(elements) = self.frame.elements.take() {
            if field.is_kept && !field.is_ahead && !matches!(field.repeat, Repeat::Once) {
                self.frame.scope.keep(part, Dyn::List(Rc::new(elements.kept)));
            }
            self.frame.at = elements.back.unwrap_or(self.frame.at);
        }
        self.frame.part += 1;
    }

    /// Goes on to the first number of a list that is wanted; whether that is another one.
    fn has_passed(&mut self, field: &'static Field, w: &dyn Walk) -> bool {
        let width = match &field.kind {
            Kind::Int(int) => int.bytes(),
            Kind::Float(bytes, _) => u64::from(*bytes),
            _ => return false,
        };
        let (site, offset) = (self.frame.site(), self.frame.at.offset);
        let Some(elements) = self.frame.elements.as_mut().filter(|_| field.is_ahead || !field.is_kept) else {
            return false;
        };
        let last = match (&field.repeat, elements.count) {
            (Repeat::Count(_), Some(count)) => count.saturating_sub(1),
            _ => return false,
        };
        let most = last.saturating_sub(elements.index);
        if most == 0 {
            return false;
        }
        let passed = w.passes(site, elements.index, offset, width).min(most);
        let Some(to) = passed.checked_mul(width).and_then(|n| offset.checked_add(n)) else { return false };
        elements.index += passed;
        self.frame.at.offset = to;
        passed > 0
    }

    fn leaf(&mut self, field: &'static Field, w: &mut dyn Walk) -> Result<()> {
        let (mut r, site, before) = (self.reader(), self.frame.site(), self.frame.at);
        // What goes on up to the end of the stream is cut off unless the end is known.
        let is_open = matches!((&field.kind, &field.size), (Kind::Bytes | Kind::Text(_), Size::Eos | Size::Own));
        if is_open && self.may_go_on() {
            let (needed, available) = (u64::MAX, r.remaining() as u64);
            return Err(r.error(ReadErrorKind::UnexpectedEnd { needed, available }, site));
        }
        let leaf = leaf::read(field, &mut r, &self.context(), site)?;
        if matches!(field.size, Size::Terminated(..)) && r.at_end() && self.may_go_on() {
            return Err(r.error(ReadErrorKind::UnexpectedEnd { needed: 1, available: 0 }, site));
        }
        let len = match &field.kind {
            Kind::Bits(n) | Kind::Enum(Kind::Bits(n), ..) => u64::from((before.bit + n).div_ceil(8)),
            _ => r.offset() - before.offset,
        };
        let found = field.valid.map(|_| said(&leaf.shown()));
        w.leaf(site, self.frame.index(), before.offset, len, leaf.shown());
        self.took(&r);
        let value = leaf.value;
        let number = match value {
            Dyn::Signed(number) => Some(number),
            Dyn::Unsigned(number) => Some(i64::try_from(number).unwrap_or(i64::MAX)),
            _ => None,
        };
        let ended = match &field.repeat {
            Repeat::Eos if r.offset() <= before.offset => {
                Err(r.error(ReadErrorKind::Trailing { count: r.remaining() as u64 }, site))
            }
            _ => Ok(()),
        };
        keep(self.frame, value);
        ended?;
        match (field.valid, found) {
            (Some(valid), Some(found)) => self.check(valid, number, before.offset, found),
            _ => Ok(()),
        }
    }

    /// Whether what has been kept is what the specification demands; `number` is the value, if it is one. It has been told of: what is wrong is to
    /// be seen.
    fn check(&self, valid: Valid, number: Option<i64>, start: u64, found: String) -> Result<()> {
        let context = self.context();
        let holds = match valid {
            Valid::Within(least, most) => number.is_some_and(|number| (least..=most).contains(&number)),
            Valid::All(checks) => {
                let mut holds = true;
                for check in checks {
                    holds = holds && context.truth(check)?;
                }
                holds
            }
            Valid::Any(checks) => {
                let mut holds = false;
                for check in checks {
                    holds = holds || context.truth(check)?;
                }
                holds
            }
        };
        match holds {
            true => Ok(()),
            false => {
                Err(ReadError::new(ReadErrorKind::Invalid { found, expected: valid.words() }, start, self.frame.site()))
            }
        }
    }

    /// Tells of the beginning of a value, or makes its frame.
    fn enter(&mut self, field: &'static Field, w: &mut dyn Walk) -> Result<Option<Frame<'p>>> {
        let (site, index, at) = (self.frame.site(), self.frame.index(), self.frame.at);
        if let Some(elements) = self.frame.elements.as_mut().filter(|e| !e.is_entered) {
            elements.is_entered = true;
            elements.begin = at.offset;
            w.enter(site, index, at.offset);
        }
        let mut r = self.reader();
        let context = self.context();
        let sub = match field.size {
            Size::Bytes(len) => Some(match context.eval(len)? {
                Dyn::Unsigned(len) => r.sub(len, site)?,
                len => r.sub_i(context.number_of(&len)?, site)?,
            }),
            Size::Eos => Some(r.sub(r.remaining() as u64, site)?),
            _ => None,
        };
        let (table, args) = match &field.kind {
            Kind::Type(table, args) => (*table, *args),
            Kind::Switch(on, cases) => {
                let on = context.eval(on)?;
                let found = cases.iter().find(|c| c.is_for(&on)).ok_or_else(|| {
                    let found = super::operator::number(&on).unwrap_or_default();
                    context.error(ReadErrorKind::UnknownValue { found, expected: "known case" })
                })?;
                (found.table, found.args)
            }
            _ => return Ok(None),
        };
        let args = args.iter().map(|a| context.arg(a)).collect::<Result<Vec<_>>>()?;
        let scope = Scope::new(table, args, &self.frame.scope.root);
        let (stream, owns_stream, at) = match sub {
            Some(sub) => {
                let (start, size) = (sub.offset(), sub.size());
                (Stream { start, end: Some(start + size) }, true, Position { offset: start, bit: 0 })
            }
            None => (self.frame.stream, false, at),
        };
        Ok(Some(Frame { scope, stream, owns_stream, at, part: 0, elements: None }))
    }

    /// Tells of the end of a value in the part that the frame is at.
    fn leave(&mut self, child: &Frame<'p>, w: &mut dyn Walk) -> std::result::Result<(), (ReadError, InElement)> {
        let (site, before) = (self.frame.site(), self.frame.at.offset);
        if child.owns_stream {
            let end = child.stream.end.unwrap_or(child.at.offset);
            if child.at.offset < end {
                let kind = ReadErrorKind::Trailing { count: end - child.at.offset };
                return Err((ReadError::new(kind, child.at.offset, site), InElement::Yes));
            }
        }
        w.leave(child.at.offset);
        self.frame.at = child.at;
        let Some(field) = self.frame.field() else { return Ok(()) };
        let is_last = match &field.repeat {
            Repeat::Until(last) => {
                let context = self.context();
                let context = Context { item: Some((&child.scope, &[])), ..context };
                context.truth(last).map_err(|e| (e, InElement::Yes))?
            }
            Repeat::Eos if self.frame.at.offset <= before => {
                let kind = ReadErrorKind::Trailing { count: self.stream_end() - before };
                return Err((ReadError::new(kind, before, site), InElement::No));
            }
            _ => false,
        };
        if let Some(elements) = &mut self.frame.elements {
            elements.is_entered = false;
            elements.is_over = is_last;
        }
        Ok(())
    }

    /// Tells of the bytes after the last field.
    fn trailing(&mut self, w: &mut dyn Walk) -> Stepped<()> {
        if self.may_go_on() {
            return Err(Fault::More);
        }
        let mut r = self.reader();
        let (offset, rest) = (r.offset(), r.rest());
        if !rest.is_empty() {
            let site = self.frame.scope.table.site(self.frame.scope.table.sites.len().saturating_sub(1));
            w.leaf(site, None, offset, rest.len() as u64, Value::Bytes(rest));
        }
        self.took(&r);
        Ok(())
    }
}

/// A value as errors tell of it.
fn said(value: &Value<'_>) -> String {
    match value {
        Value::Unsigned(n) => n.to_string(),
        Value::Signed(n) => n.to_string(),
        Value::Bool(b) => b.to_string(),
        Value::Enum(id) => (*id).to_owned(),
        Value::Text(text) => format!("{text:?}"),
        other => format!("{other:?}"),
    }
}

impl super::spec::Case {
    fn is_for(&self, on: &Dyn<'_>) -> bool {
        use super::expr::Expr;
        match (&self.key, on) {
            (Expr::Bool(key), Dyn::Bool(on)) => key == on,
            (Expr::Int(key), on) => super::operator::number(on).is_ok_and(|on| on == *key),
            _ => false,
        }
    }
}
