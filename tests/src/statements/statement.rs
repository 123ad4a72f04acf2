use cqlite::write::Values;
use cqlite::{Error, SstableWriter};

use super::{RandomTable, Value};

/// What is done to a column.
#[derive(Debug, Clone)]
pub enum Op {
    /// `c = v`
    Set(Value),
    /// `c = c + v`
    Add(Value),
    /// `c = v + c`
    Prepend(Value),
    /// `c = c - v`
    Remove(Value),
    /// `c[k] = v`
    Put(Value, Value),
    /// `c.f = v`
    Field(usize, Value),
    /// `c = c + n`
    Count(i64),
    /// `DELETE c`
    Delete,
    /// `DELETE c[k]`
    DeleteElement(Value),
    /// `DELETE c.f`
    DeleteField(usize),
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// `INSERT`
    Insert,
    /// `UPDATE`
    Update,
    /// `DELETE`
    Delete,
}

/// A statement of a table.
#[derive(Debug, Clone)]
pub struct Statement {
    /// What it does.
    pub verb: Verb,
    /// Values of the partition key and of the first clustering columns.
    pub key: Vec<Value>,
    /// What it does to columns.
    pub ops: Vec<(String, Op)>,
    /// Bounds of the next clustering column: the least, and the greatest, with whether they are included.
    pub bounds: Option<[Option<(Value, bool)>; 2]>,
    /// In microseconds.
    pub timestamp: Option<i64>,
    /// In seconds.
    pub ttl: Option<i64>,
}

impl Statement {
    /// As CQL has it.
    #[must_use]
    pub fn cql(&self, table: &RandomTable) -> String {
        let times = [self.timestamp.map(|n| format!("TIMESTAMP {n}")), self.ttl.map(|n| format!("TTL {n}"))];
        let times: Vec<String> = times.into_iter().flatten().collect();
        let using = if times.is_empty() { String::new() } else { format!(" USING {}", times.join(" AND ")) };
        let names = table.key_names();
        let name = format!("corpus.{}", table.name);
        if self.verb == Verb::Insert {
            let columns =
                names.iter().take(self.key.len()).cloned().chain(self.ops.iter().map(|(column, _)| column.clone()));
            let values =
                self.ops.iter().map(|(_, op)| if let Op::Set(value) = op { value.cql.clone() } else { String::new() });
            let values = self.key.iter().map(|value| value.cql.clone()).chain(values);
            let [columns, values] = [columns.collect::<Vec<_>>(), values.collect::<Vec<_>>()].map(|all| all.join(", "));
            return format!("INSERT INTO {name} ({columns}) VALUES ({values}){using}");
        }
        let mut tests: Vec<String> =
            names.iter().zip(&self.key).map(|(name, value)| format!("{name} = {}", value.cql)).collect();
        if let Some([least, greatest]) = &self.bounds {
            let next = &names[self.key.len()];
            let sign = |sign: &str, includes: bool| if includes { format!("{sign}=") } else { sign.to_owned() };
            tests.extend(
                least.as_ref().map(|(value, includes)| format!("{next} {} {}", sign(">", *includes), value.cql)),
            );
            tests.extend(
                greatest.as_ref().map(|(value, includes)| format!("{next} {} {}", sign("<", *includes), value.cql)),
            );
        }
        let tests = tests.join(" AND ");
        let ops = self.ops.iter().map(|(column, op)| op.cql(column)).collect::<Vec<_>>().join(", ");
        match self.verb {
            Verb::Update => format!("UPDATE {name}{using} SET {ops} WHERE {tests}"),
            _ => format!("DELETE {ops} FROM {name}{using} WHERE {tests}"),
        }
    }

    /// Hands it to a writer.
    ///
    /// # Errors
    /// What the writer refuses.
    pub fn apply(&self, writer: &mut SstableWriter) -> Result<(), Error> {
        let key: Vec<&cqlite::value::CqlValue> = self.key.iter().map(|value| &value.value).collect();
        if let Some([least, greatest]) = &self.bounds {
            let mut range = writer.delete_range(key);
            if let Some((value, includes)) = least {
                range = if *includes { range.from(value.value.clone()) } else { range.after(value.value.clone()) };
            }
            if let Some((value, includes)) = greatest {
                range = if *includes { range.to(value.value.clone()) } else { range.before(value.value.clone()) };
            }
            return match self.timestamp {
                Some(micros) => range.timestamp(micros).write(),
                None => range.write(),
            };
        }
        if self.verb == Verb::Delete {
            return self.delete(writer, key);
        }
        let mut to = if self.verb == Verb::Insert { writer.insert(key) } else { writer.update(key) };
        for (column, op) in &self.ops {
            to = match op {
                Op::Set(value) => to.set(column, &value.value),
                Op::Add(value) => to.add(column, &value.value),
                Op::Prepend(value) => to.prepend(column, &value.value),
                Op::Remove(value) => to.remove(column, &value.value),
                Op::Put(key, value) => to.put(column, &key.value, &value.value),
                Op::Field(index, value) => to.set_field(column, &format!("f{index}"), &value.value),
                Op::Count(count) => to.increment(column, *count),
                Op::Delete | Op::DeleteElement(_) | Op::DeleteField(_) => to,
            };
        }
        to = if let Some(micros) = self.timestamp { to.timestamp(micros) } else { to };
        to = if let Some(seconds) = self.ttl { to.ttl(seconds) } else { to };
        to.write()
    }

    fn delete(&self, writer: &mut SstableWriter, key: impl Values) -> Result<(), Error> {
        let mut delete = writer.delete(key);
        for (column, op) in &self.ops {
            delete = match op {
                Op::DeleteElement(key) => delete.element(column, &key.value),
                Op::DeleteField(index) => delete.field(column, &format!("f{index}")),
                _ => delete.column(column),
            };
        }
        match self.timestamp {
            Some(micros) => delete.timestamp(micros).write(),
            None => delete.write(),
        }
    }
}

impl Op {
    fn cql(&self, column: &str) -> String {
        match self {
            Op::Set(value) => format!("{column} = {}", value.cql),
            Op::Add(value) => format!("{column} = {column} + {}", value.cql),
            Op::Prepend(value) => format!("{column} = {} + {column}", value.cql),
            Op::Remove(value) => format!("{column} = {column} - {}", value.cql),
            Op::Put(key, value) => format!("{column}[{}] = {}", key.cql, value.cql),
            Op::Field(index, value) => format!("{column}.f{index} = {}", value.cql),
            Op::Count(count) => format!("{column} = {column} + {count}"),
            Op::Delete => column.to_owned(),
            Op::DeleteElement(key) => format!("{column}[{}]", key.cql),
            Op::DeleteField(index) => format!("{column}.f{index}"),
        }
    }
}
