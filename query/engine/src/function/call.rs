//! What functions compute.

use cqlite_cql::ast::ArithmeticOperator;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::partitioner::{Partitioner, Token};
use num_bigint::BigInt;

use super::aggregate::{AggregateKind, State};
use super::error::{malformed, thrown};
use super::number::{native, Number};
use super::{arithmetic, cast, format, from_json, mask, time, vector, Body, Function};
use crate::term::compatible::is_empty_meaningless;
use crate::term::Clock;
use crate::{QueryError, QueryErrorKind, Result, Value};

impl Function {
    /// The result of a function that is no aggregate.
    ///
    /// # Errors
    /// It fails, as Cassandra's does, or it is user-defined: its code is not run here.
    pub fn call(&self, arguments: &[Option<&[u8]>], clock: &Clock) -> Result<Value> {
        let given = Given { function: self, arguments };
        given.check()?;
        match &self.body {
            Body::Now => Ok(Some(now(self.returns_native(), clock))),
            Body::Uuid => Ok(Some(clock.uuid().to_vec())),
            Body::MinTimeUuid => Ok(given.millis(0).map(|millis| time::min_time_uuid(millis).to_vec())),
            Body::MaxTimeUuid => Ok(given.millis(0).map(|millis| time::max_time_uuid(millis).to_vec())),
            Body::Time => Ok(given.millis(0).map(|millis| time::from_millis(self.returns_native(), millis))),
            Body::Floor => given.floor(),
            Body::FloorTime => given.floor_time(),
            Body::ToJson => given.to_json(),
            Body::FromJson => match given.text(0) {
                None => Ok(None),
                Some(text) => from_json::from_json(self, &text),
            },
            Body::Arithmetic(operator) => given.arithmetic(*operator),
            Body::Negation => Ok(given.number(0).map(|number| arithmetic::negate(&number).write())),
            Body::Cast => given.cast(),
            Body::ToBlob | Body::OctetLength | Body::FromBlob => given.bytes(),
            Body::Math(math) => match given.number(0) {
                None => Ok(None),
                Some(number) => match math.compute(&number) {
                    Ok(result) => Ok(Some(result.write())),
                    Err(message) if message.contains("cannot be converted") => {
                        Err(thrown("java.lang.NumberFormatException", message))
                    }
                    Err(message) => Err(thrown("java.lang.ArithmeticException", message)),
                },
            },
            Body::MapKeys => given.of_map(0),
            Body::MapValues => given.of_map(1),
            Body::CollectionCount => given.count(),
            Body::Collection(kind) => given.aggregate(*kind),
            Body::MaskDefault => mask::default(&self.returns).map(Some),
            Body::MaskNull => Ok(None),
            Body::MaskHash => given.mask_hash(),
            Body::MaskInner | Body::MaskOuter => given.mask_partial(),
            Body::MaskReplace => Ok(given.raw(1).map(<[u8]>::to_vec)),
            Body::Similarity(similarity) => match (given.present(0), given.present(1)) {
                (Some(a), Some(b)) => {
                    let floats = |bytes| vector::floats(self.arguments.first().unwrap_or(&self.returns), bytes);
                    let near = similarity.compare(&floats(a)?, &floats(b)?)?;
                    Ok(Some(Number::Float(near).write()))
                }
                _ => Ok(None),
            },
            Body::Token(partitioner) => given.token(partitioner),
            Body::Length => {
                let units = |text: String| text.encode_utf16().count() as i32;
                Ok(given.text(0).map(|text| units(text).to_be_bytes().to_vec()))
            }
            Body::FormatBytes => given.format(format::bytes),
            Body::FormatTime => given.format(format::time),
            Body::Aggregate(_) => Err(QueryError::unsupported(format!("{} is an aggregate", self.full_name()))),
            Body::User { .. } => Err(self.not_run()),
        }
    }

    /// The state of an aggregate that has seen no rows.
    ///
    /// # Errors
    /// It is no aggregate, or it is user-defined: its code is not run here.
    pub fn new_state(&self) -> Result<State> {
        match self.body {
            Body::Aggregate(kind) => Ok(State::new(kind, self.arguments.first().unwrap_or(&self.returns))),
            Body::User { .. } => Err(self.not_run()),
            _ => Err(QueryError::unsupported(format!("{} is no aggregate", self.full_name()))),
        }
    }

    fn not_run(&self) -> QueryError {
        QueryError::unsupported(format!("{} is a user-defined function: its code cannot be run here", self.full_name()))
    }

    fn returns_native(&self) -> NativeType {
        native(&self.returns).unwrap_or(NativeType::Bytes)
    }
}

fn now(ty: NativeType, clock: &Clock) -> Vec<u8> {
    match ty {
        NativeType::TimeUuid => clock.time_uuid().to_vec(),
        NativeType::Time => (clock.now_micros().rem_euclid(86_400_000_000) * 1000).to_be_bytes().to_vec(),
        other => time::from_millis(other, clock.now_millis()),
    }
}

/// A call: a function and its arguments.
#[derive(Clone, Copy)]
struct Given<'g> {
    function: &'g Function,
    arguments: &'g [Option<&'g [u8]>],
}

impl<'g> Given<'g> {
    /// Refuses bytes that are no numbers or times where they are taken for some.
    fn check(&self) -> Result<()> {
        let computes = matches!(
            self.function.body,
            Body::MinTimeUuid
                | Body::MaxTimeUuid
                | Body::Time
                | Body::Floor
                | Body::FloorTime
                | Body::Arithmetic(_)
                | Body::Negation
                | Body::Cast
                | Body::Math(_)
                | Body::FormatBytes
                | Body::FormatTime
        );
        let pairs = self.function.arguments.iter().zip(self.arguments);
        pairs.filter(|_| computes).try_for_each(|(ty, bytes)| super::number::check(ty, bytes.unwrap_or_default()))
    }

    /// An argument, unless it is null.
    fn raw(&self, at: usize) -> Option<&'g [u8]> {
        self.arguments.get(at).copied().flatten()
    }

    /// An argument, unless it is null or says nothing.
    fn present(&self, at: usize) -> Option<&'g [u8]> {
        let says_nothing = |ty: &MarshalType| is_empty_meaningless(ty);
        self.raw(at).filter(|bytes| !bytes.is_empty() || !self.function.arguments.get(at).is_some_and(says_nothing))
    }

    fn ty(&self, at: usize) -> NativeType {
        self.function.arguments.get(at).and_then(native).unwrap_or(NativeType::Bytes)
    }

    fn number(&self, at: usize) -> Option<Number> {
        Number::read(self.ty(at), self.raw(at)?)
    }

    fn millis(&self, at: usize) -> Option<i64> {
        time::millis(self.ty(at), self.raw(at)?)
    }

    fn text(&self, at: usize) -> Option<String> {
        self.raw(at).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    fn floor(&self) -> Result<Value> {
        let by = self.raw(1).map(time::duration).transpose()?;
        let start = if self.function.arguments.len() == 3 { self.millis(2) } else { Some(0) };
        let (Some(time), Some(by), Some(start)) = (self.millis(0), by, start) else { return Ok(None) };
        let ty = self.function.returns_native();
        time::floor(ty, time, by, start).map(|floor| Some(time::from_millis(ty, floor)))
    }

    fn floor_time(&self) -> Result<Value> {
        let by = self.raw(1).map(time::duration).transpose()?;
        let time = self.raw(0).and_then(|bytes| bytes.first_chunk()).map(|bytes| i64::from_be_bytes(*bytes));
        let (Some(time), Some(by)) = (time, by) else { return Ok(None) };
        time::floor_time(time, by).map(|floor| Some(floor.to_be_bytes().to_vec()))
    }

    fn to_json(self) -> Result<Value> {
        let Some(bytes) = self.present(0) else { return Ok(Some(b"null".to_vec())) };
        let mut out = Vec::new();
        let long = NativeType::Long.into();
        let ty = self.function.arguments.first().unwrap_or(&self.function.returns);
        // Counters are numbers here, not the shards that are stored.
        cqlite_types::json::write(if ty.is_counter() { &long } else { ty }, bytes, &mut out).map_err(malformed)?;
        Ok(Some(out))
    }

    fn arithmetic(&self, operator: ArithmeticOperator) -> Result<Value> {
        let ty = self.function.returns_native();
        let failed = |message: String| {
            let name = |at: usize| self.function.arguments.get(at).map(MarshalType::cql_name).unwrap_or_default();
            let message = format!("the operation '{} {} {}' failed: {message}", name(0), operator.symbol(), name(1));
            QueryError::new(QueryErrorKind::Function, message)
        };
        match ty {
            NativeType::Utf8 | NativeType::Ascii => {
                Ok(self.raw(0).zip(self.raw(1)).map(|(left, right)| [left, right].concat()))
            }
            NativeType::Timestamp | NativeType::SimpleDate => {
                let Some((left, right)) = self.raw(0).zip(self.raw(1)) else { return Ok(None) };
                let sign = if operator == ArithmeticOperator::Subtract { -1 } else { 1 };
                time::plus(ty, left, time::duration(right)?, sign).map_err(failed)
            }
            _ => {
                let Some((left, right)) = self.number(0).zip(self.number(1)) else { return Ok(None) };
                arithmetic::compute(operator, ty, &left, &right).map(|result| Some(result.write())).map_err(failed)
            }
        }
    }

    fn cast(&self) -> Result<Value> {
        let (from, to) = (self.ty(0), self.function.returns_native());
        match to {
            NativeType::Ascii | NativeType::Utf8 if from == NativeType::Ascii => Ok(self.raw(0).map(<[u8]>::to_vec)),
            NativeType::Ascii | NativeType::Utf8 => Ok(self.present(0).map(|bytes| {
                // Of types whose empty values mean something an empty one is null.
                if bytes.is_empty() {
                    return b"null".to_vec();
                }
                cast::text(from, bytes).into_bytes()
            })),
            NativeType::SimpleDate | NativeType::Timestamp => {
                Ok(self.millis(0).map(|millis| time::from_millis(to, millis)))
            }
            _ => self.number(0).map(|number| cast::number(&number, to).map(|number| number.write())).transpose(),
        }
    }

    /// Bytes as they are, checked, or counted.
    fn bytes(&self) -> Result<Value> {
        let Some(bytes) = self.raw(0) else { return Ok(None) };
        match self.function.body {
            Body::OctetLength => {
                let length = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
                return Ok(Some(length.to_be_bytes().to_vec()));
            }
            Body::FromBlob => {
                let ty = match &self.function.returns {
                    MarshalType::Native(NativeType::LegacyTimeUuid) => NativeType::TimeUuid.into(),
                    other => other.clone(),
                };
                if cqlite_types::validate(&ty, bytes).is_err() {
                    // `varchar` is the name of a function, and `text` that of its type.
                    let is_varchar = self.function.name.ends_with("varchar");
                    let name = if is_varchar { "varchar".to_owned() } else { ty.cql_name() };
                    return Err(QueryError::invalid(format!(
                        "In call to function {}, value 0x{} is not a valid binary representation for type {name}",
                        self.function.full_name(),
                        cqlite_types::hex::text(bytes),
                    )));
                }
            }
            _ => {}
        }
        Ok(Some(bytes.to_vec()))
    }

    fn parts(&self) -> Result<Option<Vec<Option<&'g [u8]>>>> {
        let Some((bytes, ty)) = self.raw(0).zip(self.function.arguments.first()) else { return Ok(None) };
        cqlite_types::parts(ty, bytes).map(Some).map_err(malformed)
    }

    /// The keys or the values of a map.
    fn of_map(&self, which: usize) -> Result<Value> {
        let Some(parts) = self.parts()? else { return Ok(None) };
        let some = parts.iter().skip(which).step_by(2).copied();
        cqlite_types::packed(&self.function.returns, some).map(Some).map_err(malformed)
    }

    fn count(&self) -> Result<Value> {
        let Some(parts) = self.parts()? else { return Ok(None) };
        let each = if matches!(self.function.arguments.first(), Some(MarshalType::Map { .. })) { 2 } else { 1 };
        let count = i32::try_from(parts.len() / each).unwrap_or(i32::MAX);
        Ok(Some(count.to_be_bytes().to_vec()))
    }

    fn aggregate(&self, kind: AggregateKind) -> Result<Value> {
        let Some(parts) = self.parts()? else { return Ok(None) };
        let mut state = State::new(kind, &self.function.returns);
        for part in parts {
            state.add(&[part])?;
        }
        state.result()
    }

    fn mask_hash(&self) -> Result<Value> {
        let algorithm = self.text(1).unwrap_or_else(|| "SHA-256".to_owned());
        // An unknown algorithm is one also where there is nothing to hash.
        let hashed = mask::hash(&algorithm, self.raw(0).unwrap_or_default())?;
        Ok(self.raw(0).map(|_| hashed))
    }

    fn mask_partial(&self) -> Result<Value> {
        let padding = match self.text(3) {
            None => u16::from(b'*'),
            Some(text) => mask::padding(&self.function.name, &text)?,
        };
        let Some(value) = self.text(0) else { return Ok(None) };
        let int = |at| self.number(at).map_or(0, |number| number.to_i32());
        let is_inner = matches!(self.function.body, Body::MaskInner);
        let masked = mask::partial(&value, is_inner, int(1), int(2), padding);
        // Java writes a question mark for what `ascii` has no letter for.
        let is_ascii = self.function.returns_native() == NativeType::Ascii;
        let plain = |letter: char| if is_ascii && !letter.is_ascii() { '?' } else { letter };
        Ok(Some(masked.chars().map(plain).collect::<String>().into_bytes()))
    }

    fn token(&self, partitioner: &Partitioner) -> Result<Value> {
        let mut parts = Vec::new();
        for argument in self.arguments {
            match argument {
                None => return Ok(None),
                Some(bytes) => parts.push(bytes.to_vec()),
            }
        }
        let key =
            if parts.len() == 1 { parts.remove(0) } else { cqlite_types::composite_key(parts).map_err(malformed)? };
        Ok(Some(match partitioner.token(&key) {
            Token::Murmur3(token) | Token::ReversedLong(token) => token.to_be_bytes().to_vec(),
            Token::Random(None) => vec![0xff],
            Token::Random(Some(token)) => BigInt::from(token).to_signed_bytes_be(),
            Token::Bytes(bytes) | Token::Local(bytes) => bytes,
            Token::Text(text) => text.into_bytes(),
        }))
    }

    fn format(&self, write: fn(i64, &[&str]) -> Result<String>) -> Result<Value> {
        let amount_is_text = matches!(self.ty(0), NativeType::Ascii | NativeType::Utf8);
        let (text, number) = if amount_is_text { (self.text(0), None) } else { (None, self.number(0)) };
        if text.is_none() && number.is_none() {
            return Ok(None);
        }
        let units: Vec<Option<String>> = (1..self.arguments.len()).map(|at| self.text(at)).collect();
        if units.iter().any(Option::is_none) {
            return Err(QueryError::invalid("none of the arguments may be null"));
        }
        let value = format::value(text.as_deref(), number.map_or(0, |number| number.to_i64()))?;
        let units: Vec<&str> = units.iter().flatten().map(String::as_str).collect();
        write(value, &units).map(|text| Some(text.into_bytes()))
    }
}
