//! A condition, with the columns that it is about and its values.

use cqlite_cql::ast::{Expr, ExprKind, Name, Operand, Operator, Relation, RelationKind};
use cqlite_runtime::marshal::{maybe_quote, MarshalType, NativeType};
use cqlite_schema::partitioner::Partitioner;

use crate::schema::{ColumnKind, ColumnMetadata, TableMetadata};
use crate::scope::Scope;
use crate::term::{Raw, Receiver, Term, Testable};
use crate::{QueryError, Result};

/// What values of a column have to be.
#[derive(Debug, Clone)]
pub(crate) enum Test {
    Eq(Term),
    Neq(Term),
    In(Values<Term>),
    NotIn(Values<Term>),
    Slice(SliceTerms<Term>),
    Contains(Vec<Contained>),
    Like(Term),
    IsNotNull,
    /// How near it is decides the order of rows.
    Ann,
    TupleEq(Tupled),
    TupleIn(Values<Tupled>),
    TupleNotIn(Values<Tupled>),
    TupleNeq(Tupled),
    TupleSlice(SliceTerms<Tupled>),
}

/// A start and an end, and whether they belong to it.
#[derive(Debug, Clone)]
pub(crate) struct SliceTerms<T> {
    pub(crate) start: Option<(T, bool)>,
    pub(crate) end: Option<(T, bool)>,
}

/// The value of a tuple of columns.
#[derive(Debug, Clone)]
pub(crate) enum Tupled {
    /// One value a column.
    Each(Vec<Term>),
    /// A marker for all of them.
    Whole(Term),
}

/// What IN has.
#[derive(Debug, Clone)]
pub(crate) enum Values<T> {
    List(Vec<T>),
    /// A marker for a list of all of them.
    Marker(Term),
}

/// What a collection has to contain, or must not.
#[derive(Debug, Clone)]
pub(crate) enum Contained {
    Value(Term),
    Key(Term),
    Entry(Term, Term),
    /// An element that is there and has another value.
    OtherEntry(Term, Term),
    NoValue(Term),
    NoKey(Term),
}

/// A test of one column, or of several as a tuple; columns are indexes among the table's.
#[derive(Debug, Clone)]
pub(crate) struct Single {
    pub(crate) columns: Vec<usize>,
    pub(crate) test: Test,
    /// Others of the same columns, or of more or fewer of them, that have to hold as well.
    pub(crate) and: Vec<Single>,
}

impl Single {
    pub(crate) fn new(columns: Vec<usize>, test: Test) -> Single {
        Single { columns, test, and: Vec::new() }
    }
}

/// A test of the partition's token.
#[derive(Debug, Clone)]
pub(crate) struct TokenTest(pub(crate) SliceTerms<Term>);

/// What a relation becomes.
pub(crate) enum Restriction {
    Single(Single),
    Token { test: TokenTest, is_eq: bool },
    Custom { index: String },
}

impl Test {
    pub(crate) fn is_slice(&self) -> bool {
        matches!(
            self,
            Test::Slice(_)
                | Test::TupleSlice(_)
                | Test::Neq(_)
                | Test::NotIn(_)
                | Test::TupleNeq(_)
                | Test::TupleNotIn(_)
        )
    }

    pub(crate) fn is_eq(&self) -> bool {
        matches!(self, Test::Eq(_) | Test::TupleEq(_))
    }

    pub(crate) fn is_in(&self) -> bool {
        matches!(self, Test::In(_) | Test::TupleIn(_))
    }

    pub(crate) fn is_contains(&self) -> bool {
        matches!(self, Test::Contains(_))
    }

    /// Of a slice, whether it has a start, and an end.
    pub(crate) fn has_ends(&self) -> (bool, bool) {
        match self {
            Test::Slice(SliceTerms { start, end }) => (start.is_some(), end.is_some()),
            Test::TupleSlice(SliceTerms { start, end }) => (start.is_some(), end.is_some()),
            _ => (false, false),
        }
    }
}

/// Reads relations of a table.
pub(crate) struct Reader<'r> {
    pub(crate) table: &'r TableMetadata,
    pub(crate) scope: Scope<'r>,
}

impl Reader<'_> {
    /// A column of a name, with its index.
    pub(crate) fn column(&self, name: &Name) -> Result<(usize, &ColumnMetadata)> {
        existing(self.table, name)
    }

    pub(crate) fn read(&self, relation: &Relation) -> Result<Restriction> {
        self.kind(relation).map_err(|error| error.at(relation.span))
    }

    fn kind(&self, relation: &Relation) -> Result<Restriction> {
        match &relation.kind {
            RelationKind::Column(name, operator, operand) => self.of_column(name, *operator, operand),
            RelationKind::Element(name, key, operator, operand) => self.of_element(name, key, *operator, operand),
            RelationKind::Tuple(names, operator, operand) => self.of_tuple(relation, names, *operator, operand),
            RelationKind::Token(names, operator, operand) => self.of_token(names, *operator, operand),
            RelationKind::IsNotNull(name) => {
                let (index, _) = self.column(name)?;
                Ok(Restriction::Single(Single::new(vec![index], Test::IsNotNull)))
            }
            RelationKind::Custom(index, _) => Ok(Restriction::Custom { index: index.name.text.clone() }),
        }
    }

    fn of_column(&self, name: &Name, operator: Operator, operand: &Operand) -> Result<Restriction> {
        let (index, column) = self.column(name)?;
        let ty = column.ty.unreversed().clone();
        if is_slice(operator) {
            no_durations(&ty)?;
        }
        let receiver = Receiver { is_reversed: column.is_reversed(), ..self.receiver(column, operator)? };
        let one = |operand: &Operand| {
            self.check_size(single(operand), &receiver)?;
            self.term(single(operand), &receiver)
        };
        let test = match operator {
            Operator::Eq => Test::Eq(one(operand)?),
            Operator::Neq => Test::Neq(one(operand)?),
            Operator::Lt | Operator::Lte | Operator::Gt | Operator::Gte => Test::Slice(bounds(operator, one(operand)?)),
            Operator::Between => match operand {
                Operand::Range(from, to) => Test::Slice(SliceTerms {
                    start: Some((self.term(from, &receiver)?, true)),
                    end: Some((self.term(to, &receiver)?, true)),
                }),
                _ => unreachable!("BETWEEN has a range"),
            },
            Operator::In | Operator::NotIn => {
                let values = self.values(name, operand, &receiver)?;
                match (operator, values) {
                    (Operator::In, Values::List(mut list)) if list.len() == 1 => Test::Eq(list.remove(0)),
                    (Operator::In, values) => Test::In(values),
                    (_, values) => Test::NotIn(values),
                }
            }
            Operator::Contains => Test::Contains(vec![Contained::Value(one(operand)?)]),
            Operator::ContainsKey => Test::Contains(vec![Contained::Key(one(operand)?)]),
            Operator::NotContains => Test::Contains(vec![Contained::NoValue(one(operand)?)]),
            Operator::NotContainsKey => Test::Contains(vec![Contained::NoKey(one(operand)?)]),
            Operator::Like => Test::Like(one(operand)?),
        };
        Ok(Restriction::Single(Single::new(vec![index], test)))
    }

    /// 6.0 wants all elements of a tuple that a column is compared with.
    fn check_size(&self, value: &Expr, receiver: &Receiver) -> Result<()> {
        match (&value.kind, &receiver.ty) {
            (ExprKind::Tuple(own), MarshalType::Tuple(types))
                if self.table.release.is_6() && own.len() < types.len() =>
            {
                let text = Raw::new(value, self.scope.cx, self.scope.markers).text();
                Err(QueryError::invalid(format!(
                    "Expected {} elements in value for tuple {}, but got {}: {text}",
                    types.len(),
                    receiver.name,
                    own.len()
                )))
            }
            _ => Ok(()),
        }
    }

    /// What a value is given for, with the checks of `SingleColumnRelation.toReceivers`.
    fn receiver(&self, column: &ColumnMetadata, operator: Operator) -> Result<Receiver> {
        let (name, ty) = (&column.name, column.ty.unreversed());
        let (key, contains) = match operator {
            Operator::ContainsKey | Operator::NotContainsKey => (true, false),
            Operator::Contains | Operator::NotContains => (false, true),
            _ => (false, false),
        };
        if key && (!matches!(ty, MarshalType::Map { .. }) || column.is_reversed()) {
            return Err(QueryError::invalid(format!("Cannot use {operator} on non-map column {name}")));
        }
        // To Cassandra's own check a type in descending order is no collection.
        if contains && (!ty.is_collection() || column.is_reversed()) {
            return Err(QueryError::invalid(format!("Cannot use {operator} on non-collection column {name}")));
        }
        if matches!(ty, MarshalType::User(_)) && ty.is_multi_cell() {
            return Err(QueryError::invalid(format!(
                "Non-frozen UDT column '{name}' ({}) cannot be restricted by any relation",
                ty.cql_name()
            )));
        }
        if ty.is_collection() && ty.is_multi_cell() && !key && !contains {
            return Err(QueryError::invalid(format!(
                "Collection column '{name}' ({}) cannot be restricted by a '{operator}' relation",
                ty.cql_name()
            )));
        }
        Ok(match ty {
            MarshalType::Map { key: of, .. } if key => Receiver::new(format!("key({name})"), of),
            MarshalType::Map { value, .. } if contains => Receiver::new(format!("value({name})"), value),
            MarshalType::List { element, .. } | MarshalType::Set { element, .. } if contains => {
                Receiver::new(format!("value({name})"), element)
            }
            _ => Receiver::new(name, ty),
        })
    }

    fn of_element(&self, name: &Name, key: &Expr, operator: Operator, operand: &Operand) -> Result<Restriction> {
        let (index, column) = self.column(name)?;
        let name = column.name.clone();
        let ty = column.ty.unreversed().clone();
        if is_slice(operator) {
            no_durations(&ty)?;
        }
        if self.table.release.is_6() {
            return self.of_element_6(index, &name, &ty, key, operator, operand);
        }
        let (MarshalType::Map { key: keys, value, multi_cell }, false) = (&ty, column.is_reversed()) else {
            return Err(QueryError::invalid(match ty {
                MarshalType::List { .. } if !column.is_reversed() => {
                    format!("Indexes on list entries ({name}[index] = value) are not currently supported.")
                }
                _ => format!("Column {name} cannot be used as a map"),
            }));
        };
        if !multi_cell {
            return Err(QueryError::invalid(format!(
                "Map-entry equality predicates on frozen map column {name} are not supported"
            )));
        }
        if operator != Operator::Eq {
            return Err(QueryError::invalid("Only EQ relations are supported on map entries"));
        }
        let key = self.term(key, &Receiver::new(format!("key({name})"), keys))?;
        let value = self.term(single(operand), &Receiver::new(format!("value({name})"), value))?;
        let test = Test::Contains(vec![Contained::Entry(key, value)]);
        Ok(Restriction::Single(Single::new(vec![index], test)))
    }

    /// An element of a map as 6.0 has it: also of frozen maps, and by `!=`.
    fn of_element_6(
        &self,
        index: usize,
        name: &str,
        ty: &MarshalType,
        key: &Expr,
        operator: Operator,
        operand: &Operand,
    ) -> Result<Restriction> {
        let (keys, value) = match ty {
            MarshalType::Map { key, value, .. } => (key, value),
            MarshalType::List { .. } => {
                return Err(QueryError::invalid(format!(
                    "Indexes on list entries ({name}[index] = value) are not supported."
                )))
            }
            MarshalType::Set { .. } => {
                return Err(QueryError::invalid(format!("Invalid element access syntax for set column {name}")))
            }
            _ => {
                return Err(QueryError::invalid(format!(
                    "Invalid element access syntax for non-collection column {name}"
                )))
            }
        };
        let shown = format!("{name}[{}]", Raw::new(key, self.scope.cx, self.scope.markers).text());
        let key = self.term(key, &Receiver::new(format!("key({name})"), keys))?;
        if !matches!(operator, Operator::Eq | Operator::Neq) {
            return Err(QueryError::invalid(format!("{operator} cannot be used with {shown} relations")));
        }
        let value = self.term(single(operand), &Receiver::new(shown, value))?;
        let contained = match operator {
            Operator::Eq => Contained::Entry(key, value),
            _ => Contained::OtherEntry(key, value),
        };
        Ok(Restriction::Single(Single::new(vec![index], Test::Contains(vec![contained]))))
    }

    /// A condition of several columns as messages have it (`MultiColumnRelation.toCQLString`).
    fn tuple_text(&self, names: &[Name], operator: Operator, operand: &Operand) -> String {
        let names = names.iter().map(|name| maybe_quote(&name.text)).collect::<Vec<_>>().join(", ");
        let one = |expr: &Expr| Raw::new(expr, self.scope.cx, self.scope.markers).text();
        let operand = match operand {
            Operand::One(expr) => one(expr),
            Operand::Values(all) => format!("({})", all.iter().map(one).collect::<Vec<_>>().join(", ")),
            Operand::Range(from, to) => format!("{} AND {}", one(from), one(to)),
            Operand::Marker(_) => "?".to_owned(),
        };
        format!("({names}) {operator} {operand}")
    }

    fn of_tuple(
        &self,
        relation: &Relation,
        names: &[Name],
        operator: Operator,
        operand: &Operand,
    ) -> Result<Restriction> {
        let text = self.tuple_text(names, operator, operand);
        let mut columns: Vec<usize> = Vec::new();
        let mut receivers = Vec::new();
        let mut previous: Option<usize> = None;
        for name in names {
            let (index, column) = self.column(name)?;
            let ColumnKind::Clustering(position) = column.kind else {
                return Err(QueryError::invalid(format!(
                    "Multi-column relations can only be applied to clustering columns but was applied to: {}",
                    column.name
                )));
            };
            if columns.contains(&index) {
                return Err(QueryError::invalid(format!(
                    "Column \"{}\" appeared twice in a relation: {text}",
                    column.name
                )));
            }
            if previous.is_some_and(|previous| position != previous + 1) {
                let names = names.iter().map(|name| maybe_quote(&name.text)).collect::<Vec<_>>().join(", ");
                let text = if self.table.release.is_6() { format!("({names})") } else { text };
                return Err(QueryError::invalid(format!(
                    "Clustering columns must appear in the PRIMARY KEY order in multi-column relations: {text}"
                )));
            }
            previous = Some(position);
            columns.push(index);
            receivers.push(Receiver::new(column.name.clone(), &column.ty));
        }
        let whole = || {
            let types = receivers.iter().map(|receiver| receiver.ty.clone()).collect();
            Receiver::new(
                format!("({})", names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(",")),
                &MarshalType::Tuple(types),
            )
        };
        let one = |expr: &Expr| match &expr.kind {
            ExprKind::Marker(_) => self.scope.term(expr, &whole()).map(Tupled::Whole),
            kind => {
                if let (true, ExprKind::Tuple(elements)) = (self.table.release.is_6(), kind) {
                    self.check_tuple(elements, &receivers)?;
                }
                Raw::new(expr, self.scope.cx, self.scope.markers).prepare_columns(&receivers).map(Tupled::Each)
            }
        };
        let test = match (operator, operand) {
            (Operator::Eq, Operand::One(value)) => Test::TupleEq(one(value)?),
            (Operator::Neq, Operand::One(value)) => Test::TupleNeq(one(value)?),
            (Operator::Between, Operand::Range(from, to)) => {
                Test::TupleSlice(SliceTerms { start: Some((one(from)?, true)), end: Some((one(to)?, true)) })
            }
            (Operator::In | Operator::NotIn, Operand::Values(values)) => {
                let mut list = values.iter().map(one).collect::<Result<Vec<Tupled>>>()?;
                match operator {
                    Operator::In if list.len() == 1 => Test::TupleEq(list.remove(0)),
                    Operator::In => Test::TupleIn(Values::List(list)),
                    _ => Test::TupleNotIn(Values::List(list)),
                }
            }
            (Operator::In | Operator::NotIn, Operand::Marker(name)) => {
                let marker = Expr { kind: ExprKind::Marker(name.clone()), span: relation.span };
                let marker = Values::Marker(self.scope.term(&marker, &whole().in_values())?);
                match operator {
                    Operator::In => Test::TupleIn(marker),
                    _ => Test::TupleNotIn(marker),
                }
            }
            (_, Operand::One(value)) => Test::TupleSlice(bounds(operator, one(value)?)),
            _ => return Err(QueryError::invalid(format!("{operator} cannot be used for multi-column relations"))),
        };
        Ok(Restriction::Single(Single::new(columns, test)))
    }

    /// `Tuples.validateTupleAssignableTo` of 6.0
    fn check_tuple(&self, elements: &[Expr], receivers: &[Receiver]) -> Result<()> {
        let names = receivers.iter().map(|receiver| maybe_quote(&receiver.name)).collect::<Vec<_>>().join(", ");
        for (at, element) in elements.iter().enumerate() {
            let Some(receiver) = receivers.get(at) else {
                let ty = MarshalType::Tuple(receivers.iter().map(|receiver| receiver.ty.clone()).collect());
                return Err(QueryError::invalid(format!(
                    "Invalid tuple literal for ({names}): too many elements. Type {} expects {} but got {}",
                    ty.cql_name(),
                    receivers.len(),
                    elements.len()
                )));
            };
            // As 6.0 has it: the literal of a collection is none for a column in descending order.
            let is_collection = matches!(element.kind, ExprKind::List(_) | ExprKind::Set(_) | ExprKind::Map(_));
            let is_refused = is_collection && receiver.is_reversed;
            let raw = Raw::new(element, self.scope.cx, self.scope.markers);
            if is_refused || !raw.test_assignment(receiver)?.is_assignable() {
                return Err(QueryError::invalid(format!(
                    "Invalid tuple literal for ({names}): component {at} is not of type {}",
                    receiver.ty.unreversed().cql_name()
                )));
            }
        }
        Ok(())
    }

    fn of_token(&self, names: &[Name], operator: Operator, operand: &Operand) -> Result<Restriction> {
        let mut columns = Vec::new();
        for name in names {
            columns.push(self.column(name)?.0);
        }
        let key: Vec<usize> = self
            .table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, c)| matches!(c.kind, ColumnKind::PartitionKey(_)))
            .map(|(i, _)| i)
            .collect();
        if columns != key {
            if !key.iter().all(|own| columns.contains(own)) {
                return Err(QueryError::invalid(
                    "The token() function must be applied to all partition key components or none of them",
                ));
            }
            let mut sorted = columns.clone();
            sorted.sort_unstable();
            sorted.dedup();
            if sorted.len() != columns.len() {
                return Err(QueryError::invalid("The token() function contains duplicate partition key components"));
            }
            if let Some(other) = columns.iter().find(|column| !key.contains(column)) {
                let _ = other;
                return Err(QueryError::invalid("The token() function must contains only partition key components"));
            }
            let names: Vec<&str> = key.iter().map(|i| self.table.columns[*i].name.as_str()).collect();
            return Err(QueryError::invalid(format!(
                "The token function arguments must be in the partition key order: {}",
                names.join(", ")
            )));
        }
        let shown = names.iter().map(|name| maybe_quote(&name.text)).collect::<Vec<_>>().join(", ");
        let shown = match self.table.release.is_6() {
            true => format!("token({shown})"),
            false => "partition key token".to_owned(),
        };
        if let (true, Operator::Neq, Operand::One(value)) = (self.table.release.is_6(), operator, operand) {
            let value = Raw::new(value, self.scope.cx, self.scope.markers).text();
            return Err(QueryError::invalid(format!("Unsupported '!=' relation: {shown} != {value}")));
        }
        let receiver = Receiver::new(shown, &token_type(&self.table.partitioner));
        let test = match (operator, operand) {
            (Operator::Between, Operand::Range(from, to)) => SliceTerms {
                start: Some((self.term(from, &receiver)?, true)),
                end: Some((self.term(to, &receiver)?, true)),
            },
            (Operator::Eq, Operand::One(value)) => {
                let term = self.term(value, &receiver)?;
                SliceTerms { start: Some((term.clone(), true)), end: Some((term, true)) }
            }
            (Operator::Lt | Operator::Lte | Operator::Gt | Operator::Gte, Operand::One(value)) => {
                bounds(operator, self.term(value, &receiver)?)
            }
            _ => return Err(QueryError::invalid(format!("{operator} cannot be used with the token function"))),
        };
        Ok(Restriction::Token { test: TokenTest(test), is_eq: operator == Operator::Eq })
    }

    fn term(&self, expr: &Expr, receiver: &Receiver) -> Result<Term> {
        self.scope.term(expr, receiver)
    }

    fn values(&self, column: &Name, operand: &Operand, receiver: &Receiver) -> Result<Values<Term>> {
        match operand {
            Operand::Values(values) => {
                let one = |value: &Expr| self.check_size(value, receiver).and_then(|()| self.term(value, receiver));
                let list = values.iter().map(one).collect::<Result<_>>()?;
                Ok(Values::List(list))
            }
            Operand::Marker(name) => {
                let marker = Expr { kind: ExprKind::Marker(name.clone()), span: column.span };
                Ok(Values::Marker(self.term(&marker, &receiver.in_values())?))
            }
            Operand::One(_) | Operand::Range(..) => unreachable!("IN has values or a marker"),
        }
    }
}

/// A column of a table by its name, with its index.
pub(crate) fn existing<'t>(table: &'t TableMetadata, name: &Name) -> Result<(usize, &'t ColumnMetadata)> {
    let found = table.columns.iter().enumerate().find(|(_, column)| column.name == name.text);
    found.ok_or_else(|| {
        QueryError::invalid(format!(
            "Undefined column name {name} in table {}.{}",
            cqlite_cql::quoted(&table.keyspace),
            cqlite_cql::quoted(&table.name)
        ))
        .at(name.span)
    })
}

/// The type of a partitioner's tokens (`IPartitioner.getTokenValidator`).
pub(crate) fn token_type(partitioner: &Partitioner) -> MarshalType {
    MarshalType::Native(match partitioner {
        Partitioner::Murmur3 | Partitioner::ReversedLong => NativeType::Long,
        Partitioner::Random => NativeType::Integer,
        Partitioner::OrderPreserving => NativeType::Utf8,
        Partitioner::ByteOrdered | Partitioner::Local(_) => NativeType::Bytes,
    })
}

fn is_slice(operator: Operator) -> bool {
    matches!(operator, Operator::Lt | Operator::Lte | Operator::Gt | Operator::Gte | Operator::Between)
}

fn single(operand: &Operand) -> &Expr {
    match operand {
        Operand::One(value) => value,
        _ => unreachable!("the parser gives one value"),
    }
}

fn bounds<T>(operator: Operator, term: T) -> SliceTerms<T> {
    match operator {
        Operator::Lt => SliceTerms { start: None, end: Some((term, false)) },
        Operator::Lte => SliceTerms { start: None, end: Some((term, true)) },
        Operator::Gt => SliceTerms { start: Some((term, false)), end: None },
        _ => SliceTerms { start: Some((term, true)), end: None },
    }
}

fn no_durations(ty: &MarshalType) -> Result<()> {
    fn has_duration(ty: &MarshalType) -> bool {
        matches!(ty, MarshalType::Native(NativeType::Duration)) || ty.sub_types().into_iter().any(has_duration)
    }
    if !has_duration(ty) {
        return Ok(());
    }
    let message = match ty {
        _ if ty.is_collection() => "Slice restrictions are not supported on collections containing durations",
        MarshalType::Tuple(_) => "Slice restrictions are not supported on tuples containing durations",
        MarshalType::User(_) => "Slice restrictions are not supported on UDTs containing durations",
        _ => "Slice restrictions are not supported on duration columns",
    };
    Err(QueryError::invalid(message))
}
