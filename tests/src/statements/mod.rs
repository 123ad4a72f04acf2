//! Random tables, and statements that write to them: as CQL for Cassandra, as calls for our writer.

mod statement;
mod types;

use cqlite::schema::{CreateTable, DefinitionError, TableDefinition};

pub use statement::{Op, Statement, Verb};
pub use types::{Type, Value};

use crate::random_values::Random;

/// A column: its name, its type, whether it is in descending order, and of a key some values.
#[derive(Debug, Clone)]
struct Column {
    name: String,
    ty: Type,
    is_reversed: bool,
    pool: Vec<Value>,
}

/// A table with statements.
#[derive(Debug)]
pub struct RandomTable {
    /// The name, in keyspace `corpus`.
    pub name: String,
    users: Vec<Type>,
    partition_key: Vec<Column>,
    clustering: Vec<Column>,
    static_columns: Vec<Column>,
    regular_columns: Vec<Column>,
    /// What is written.
    pub statements: Vec<Statement>,
}

impl RandomTable {
    /// That of a seed.
    #[must_use]
    pub fn new(name: &str, seed: u64, num_statements: usize) -> Self {
        let r = &mut Random(seed);
        let mut users = Vec::new();
        let is_counter = r.below(6) == 0;
        let mut columns = |r: &mut Random, prefix: &str, count: u64, is_key: bool| -> Vec<Column> {
            (0..count)
                .map(|i| {
                    let ty = match is_counter && !is_key {
                        true => Type::Native("counter"),
                        false => Type::random(r, if is_key { 1 } else { 2 }, is_key, is_key, &mut users, name),
                    };
                    let pool = if is_key { (0..2 + r.below(4)).map(|_| ty.value(r)).collect() } else { Vec::new() };
                    Column { name: format!("{prefix}{i}"), ty, is_reversed: r.below(3) == 0, pool }
                })
                .collect()
        };
        let (num_key, num_clustering) = (1 + r.below(2), r.below(4));
        let partition_key = columns(r, "p", num_key, true);
        let clustering = columns(r, "c", num_clustering, true);
        let num_static = if num_clustering > 0 { r.below(3) } else { 0 };
        let static_columns = columns(r, "s", num_static, false);
        let num_regular = u64::from(is_counter) + r.below(7);
        let regular_columns = columns(r, "v", num_regular, false);
        let mut table = RandomTable {
            name: name.to_owned(),
            users,
            partition_key,
            clustering,
            static_columns,
            regular_columns,
            statements: Vec::new(),
        };
        for _ in 0..num_statements {
            let statement = table.statement(r, is_counter);
            table.statements.push(statement);
        }
        table
    }

    /// Names of the columns of the primary key.
    #[must_use]
    pub fn key_names(&self) -> Vec<String> {
        self.partition_key.iter().chain(&self.clustering).map(|column| column.name.clone()).collect()
    }

    /// Whether a list has cells, whose paths are made of the clock.
    #[must_use]
    pub fn has_lists(&self) -> bool {
        let all = self.static_columns.iter().chain(&self.regular_columns);
        all.into_iter().any(|column| matches!(column.ty, Type::Of("list", false, _)))
    }

    /// `CREATE` statements.
    #[must_use]
    pub fn create(&self, options: &str) -> Vec<String> {
        let fields = |of: &[Type]| {
            of.iter().enumerate().map(|(i, ty)| format!("f{i} {}", ty.cql())).collect::<Vec<_>>().join(", ")
        };
        let mut all: Vec<String> = Vec::new();
        for user in &self.users {
            if let Type::User(name, _, of) = user {
                all.push(format!("CREATE TYPE corpus.{name} ({})", fields(of)));
            }
        }
        let defined = |columns: &[Column], after: &str| {
            columns.iter().map(|c| format!("{} {}{after}, ", c.name, c.ty.cql())).collect::<String>()
        };
        let names = |columns: &[Column]| columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>().join(", ");
        let order =
            self.clustering.iter().map(|c| format!("{} {}", c.name, if c.is_reversed { "DESC" } else { "ASC" }));
        let order = order.collect::<Vec<_>>().join(", ");
        let (clustering, order) = match self.clustering.is_empty() {
            true => (String::new(), String::new()),
            false => (format!(", {}", names(&self.clustering)), format!("CLUSTERING ORDER BY ({order}) AND ")),
        };
        all.push(format!(
            "CREATE TABLE corpus.{} ({}{}{}{}PRIMARY KEY (({}){clustering})) WITH {order}{options}",
            self.name,
            defined(&self.partition_key, ""),
            defined(&self.clustering, ""),
            defined(&self.static_columns, " static"),
            defined(&self.regular_columns, ""),
            names(&self.partition_key),
        ));
        all
    }

    /// The same by calls.
    ///
    /// # Errors
    /// What is refused of it.
    pub fn definition(&self) -> Result<TableDefinition, DefinitionError> {
        let mut table = CreateTable::new("corpus", &self.name);
        for user in &self.users {
            if let Type::User(name, _, of) = user {
                let fields: Vec<(String, String)> =
                    of.iter().enumerate().map(|(i, ty)| (format!("f{i}"), ty.cql())).collect();
                table = table.user_type(name, fields.iter().map(|(name, ty)| (name.as_str(), ty.as_str())));
            }
        }
        for c in &self.partition_key {
            table = table.partition_key(&c.name, &c.ty.cql());
        }
        for c in &self.clustering {
            let ty = c.ty.cql();
            table = if c.is_reversed { table.clustering_desc(&c.name, &ty) } else { table.clustering(&c.name, &ty) };
        }
        for c in &self.static_columns {
            table = table.static_column(&c.name, &c.ty.cql());
        }
        for c in &self.regular_columns {
            table = table.column(&c.name, &c.ty.cql());
        }
        table.build()
    }

    fn statement(&self, r: &mut Random, is_counter: bool) -> Statement {
        let pick = |r: &mut Random, c: &Column| c.pool[r.below(c.pool.len() as u64) as usize].clone();
        let mut key: Vec<Value> = self.partition_key.iter().map(|c| pick(r, c)).collect();
        let row: Vec<Value> = self.clustering.iter().map(|c| pick(r, c)).collect();
        let kind = r.below(20);
        let verb = match kind {
            0..9 if !is_counter => Verb::Insert,
            0..15 => Verb::Update,
            _ => Verb::Delete,
        };
        let is_static = !self.static_columns.is_empty() && r.below(6) == 0;
        let mut statement =
            Statement { verb, key: Vec::new(), ops: Vec::new(), bounds: None, timestamp: None, ttl: None };
        if !is_counter {
            statement.timestamp = (r.below(8) > 0).then(|| 1_000_000 + 3 * r.below(12) as i64);
            let ttl = verb != Verb::Delete && r.below(5) == 0;
            statement.ttl = ttl.then(|| r.below(4) as i64 * 1000);
        }
        if verb == Verb::Delete && !is_static && kind >= 17 {
            let num_equal = r.below(row.len() as u64 + 1) as usize;
            key.extend_from_slice(&row[..num_equal]);
            if let (Some(next), true) = (self.clustering.get(num_equal), kind == 19) {
                let bound = |r: &mut Random| (r.below(4) > 0).then(|| (pick(r, next), r.below(2) == 0));
                statement.bounds = Some([bound(r), bound(r)]);
            }
            statement.key = key;
            self.mind_ties(&mut statement, is_counter, r);
            return statement;
        }
        if !is_static {
            key.extend(row);
        }
        statement.key = key;
        let columns = if is_static { &self.static_columns } else { &self.regular_columns };
        let mut all: Vec<&Column> = columns.iter().collect();
        if verb == Verb::Insert && !is_static && r.below(4) == 0 {
            all.extend(&self.static_columns);
        }
        for column in all {
            if r.below(3) > 0 {
                statement.ops.push((column.name.clone(), op(verb, &column.ty, r)));
            }
        }
        // Their order is the statement's own.
        if r.below(2) == 0 {
            statement.ops.reverse();
        }
        self.mind_ties(&mut statement, is_counter, r);
        statement
    }

    /// In memory Cassandra keeps the deletion of a collection that is as old as that of the partition or range around it, and so it writes it; here
    /// it goes, as it does in compactions. There are none here.
    fn mind_ties(&self, statement: &mut Statement, is_counter: bool, r: &mut Random) {
        let has_cells = self.static_columns.iter().chain(&self.regular_columns).any(|column| column.ty.has_cells());
        let is_of_all = statement.verb == Verb::Delete && statement.ops.is_empty();
        if has_cells && is_of_all && !is_counter {
            statement.timestamp = Some(1_000_001 + 3 * r.below(12) as i64);
        }
    }
}

fn op(verb: Verb, ty: &Type, r: &mut Random) -> Op {
    if verb == Verb::Delete {
        return match ty {
            Type::Of("set" | "map", false, of) if r.below(2) == 0 => Op::DeleteElement(of[0].value(r)),
            Type::User(_, false, of) if r.below(2) == 0 => Op::DeleteField(r.below(of.len() as u64) as usize),
            _ => Op::Delete,
        };
    }
    if matches!(ty, Type::Native("counter")) {
        return Op::Count(r.number() % 1000);
    }
    if verb == Verb::Update && ty.has_cells() && r.below(3) > 0 {
        let null_or = |r: &mut Random, ty: &Type| if r.below(4) == 0 { Value::null() } else { ty.value(r) };
        return match ty {
            Type::Of("list", _, _) if r.below(2) == 0 => Op::Prepend(ty.value(r)),
            Type::Of("set", _, _) if r.below(3) == 0 => Op::Remove(ty.value(r)),
            Type::Of("map", _, of) if r.below(3) == 0 => {
                Op::Remove(Type::Of("set", true, vec![of[0].clone()]).value(r))
            }
            Type::Of("map", _, of) if r.below(2) == 0 => Op::Put(of[0].value(r), null_or(r, &of[1])),
            Type::User(_, _, of) => {
                let index = r.below(of.len() as u64) as usize;
                Op::Field(index, null_or(r, &of[index]))
            }
            _ => Op::Add(ty.value(r)),
        };
    }
    Op::Set(if r.below(8) == 0 { Value::null() } else { ty.value(r) })
}
