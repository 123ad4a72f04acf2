use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use cqlite::value::{CqlValue, Date, Decimal, Duration, Time, Timestamp, Uuid};

use crate::random_values::Random;

/// A value, as CQL writes it and as the writer takes it.
#[derive(Debug, Clone)]
pub struct Value {
    /// A literal.
    pub cql: String,
    /// The same.
    pub value: CqlValue,
}

impl Value {
    fn new(cql: impl ToString, value: CqlValue) -> Self {
        Value { cql: cql.to_string(), value }
    }

    /// Null.
    #[must_use]
    pub fn null() -> Self {
        Value::new("null", CqlValue::Null)
    }
}

/// A type of CQL.
#[derive(Debug, Clone)]
pub enum Type {
    /// By its name.
    Native(&'static str),
    /// A collection: its name, whether it is frozen, and what it is of.
    Of(&'static str, bool, Vec<Type>),
    /// A vector.
    Vector(Box<Type>, usize),
    /// A user type: its name, whether it is frozen, and the types of its fields `f0`, `f1`, ….
    User(String, bool, Vec<Type>),
}

const NATIVES: [&str; 20] = [
    "ascii",
    "bigint",
    "blob",
    "boolean",
    "date",
    "decimal",
    "double",
    "float",
    "inet",
    "int",
    "smallint",
    "text",
    "time",
    "timestamp",
    "timeuuid",
    "tinyint",
    "uuid",
    "varint",
    "varchar",
    "duration",
];

impl Type {
    /// A native type; one of them has no order.
    pub fn native(r: &mut Random, is_key: bool) -> Self {
        let count = NATIVES.len() - usize::from(is_key);
        Type::Native(NATIVES[r.below(count as u64) as usize])
    }

    /// Any type, its user types created with the others.
    pub fn random(r: &mut Random, depth: u32, is_key: bool, frozen: bool, users: &mut Vec<Type>, table: &str) -> Self {
        if depth == 0 || r.below(3) == 0 {
            return Type::native(r, is_key);
        }
        let is_frozen = frozen || is_key || r.below(3) == 0;
        let mut inner = |r: &mut Random, key: bool| Type::random(r, depth - 1, is_key || key, true, users, table);
        match r.below(6) {
            0 => Type::Of("list", is_frozen, vec![inner(r, false)]),
            1 => Type::Of("set", is_frozen, vec![inner(r, true)]),
            2 => Type::Of("map", is_frozen, vec![inner(r, true), inner(r, false)]),
            3 => {
                let count = 1 + r.below(3);
                Type::Of("tuple", true, (0..count).map(|_| inner(r, false)).collect())
            }
            4 => Type::Vector(Box::new(inner(r, false)), 1 + r.below(4) as usize),
            _ => {
                let count = 1 + r.below(4);
                let fields = (0..count).map(|_| inner(r, false)).collect();
                let user = Type::User(format!("{table}_u{}", users.len()), is_frozen, fields);
                users.push(user.clone());
                user
            }
        }
    }

    /// As CQL has it.
    #[must_use]
    pub fn cql(&self) -> String {
        let all = |of: &[Type]| of.iter().map(Type::cql).collect::<Vec<_>>().join(", ");
        match self {
            Type::Native(name) => (*name).to_owned(),
            Type::Of("tuple", _, of) => format!("tuple<{}>", all(of)),
            Type::Of(name, false, of) => format!("{name}<{}>", all(of)),
            Type::Of(name, true, of) => format!("frozen<{name}<{}>>", all(of)),
            Type::Vector(of, n) => format!("vector<{}, {n}>", of.cql()),
            Type::User(name, false, _) => name.clone(),
            Type::User(name, true, _) => format!("frozen<{name}>"),
        }
    }

    /// Whether its elements are cells of their own.
    #[must_use]
    pub fn has_cells(&self) -> bool {
        matches!(self, Type::Of("list" | "set" | "map", false, _) | Type::User(_, false, _))
    }

    /// A value.
    pub fn value(&self, r: &mut Random) -> Value {
        match self {
            Type::Native(name) => native(name, r),
            Type::Of("map", _, of) => {
                // Which of two entries with the same key counts is a matter of chance in Cassandra, and sets are equal in any order.
                let count = if matches!(of[0], Type::Native(_)) { 1 + r.below(3) } else { 1 };
                let mut entries: Vec<(Value, Value)> = (0..count).map(|_| (of[0].value(r), of[1].value(r))).collect();
                entries.sort_by(|a, b| a.0.cql.cmp(&b.0.cql));
                entries.dedup_by(|a, b| a.0.cql == b.0.cql);
                let texts: Vec<String> = entries.iter().map(|(k, v)| format!("{}: {}", k.cql, v.cql)).collect();
                let value = CqlValue::Map(entries.into_iter().map(|(k, v)| (k.value, v.value)).collect());
                Value::new(format!("{{{}}}", texts.join(", ")), value)
            }
            Type::Of("tuple", _, of) => {
                let parts = fields(of, r);
                Value::new(format!("({})", texts(&parts)), CqlValue::Tuple(values(parts)))
            }
            Type::Of(name, _, of) => {
                let count = 1 + r.below(4);
                let parts: Vec<Value> = (0..count).map(|_| of[0].value(r)).collect();
                let text = texts(&parts);
                let text = if *name == "set" { format!("{{{text}}}") } else { format!("[{text}]") };
                Value::new(text, CqlValue::List(values(parts)))
            }
            Type::Vector(of, n) => {
                let parts: Vec<Value> = (0..*n).map(|_| of.value(r)).collect();
                Value::new(format!("[{}]", texts(&parts)), CqlValue::List(values(parts)))
            }
            Type::User(_, _, of) => {
                let parts = fields(of, r);
                let named = parts.iter().enumerate().map(|(i, part)| format!("f{i}: {}", part.cql));
                let text = format!("{{{}}}", named.collect::<Vec<_>>().join(", "));
                let named = parts.into_iter().enumerate().map(|(i, part)| (format!("f{i}"), part.value));
                Value::new(text, CqlValue::Fields(named.collect()))
            }
        }
    }
}

/// Fields, one of them null now and then.
fn fields(of: &[Type], r: &mut Random) -> Vec<Value> {
    of.iter().map(|ty| if r.below(6) == 0 { Value::null() } else { ty.value(r) }).collect()
}

fn texts(parts: &[Value]) -> String {
    parts.iter().map(|part| part.cql.as_str()).collect::<Vec<_>>().join(", ")
}

fn values(parts: Vec<Value>) -> Vec<CqlValue> {
    parts.into_iter().map(|part| part.value).collect()
}

fn quoted(text: impl ToString) -> String {
    format!("'{}'", text.to_string().replace('\'', "''"))
}

fn native(name: &str, r: &mut Random) -> Value {
    let number = |n: i64| Value::new(n, CqlValue::Int(n));
    match name {
        "tinyint" => number(r.number() % 128),
        "smallint" => number(r.number() % 32_768),
        "int" => number(r.number() % (1 << 31)),
        "bigint" => number(r.number()),
        "varint" => {
            let n = i128::from(r.number()) * i128::from(r.number() % 1000);
            Value::new(n, CqlValue::Varint(n.into()))
        }
        "boolean" => {
            let value = r.below(2) == 0;
            Value::new(value, CqlValue::Boolean(value))
        }
        "float" => {
            let value = r.number() as f32 / 1000.0;
            Value::new(format!("{value:?}"), CqlValue::Float(value))
        }
        "double" => {
            let value = r.number() as f64 / 1000.0;
            Value::new(format!("{value:?}"), CqlValue::Double(value))
        }
        "decimal" => {
            // No two are equal and not the same.
            let value = Decimal { unscaled: (i128::from(r.number()) * 10 + 1).into(), scale: r.below(20) as i32 - 5 };
            Value::new(&value, CqlValue::Decimal(value.clone()))
        }
        "ascii" | "text" | "varchar" => {
            let letters: Vec<char> =
                if name == "ascii" { "ab'Z 0".chars().collect() } else { "a'é日😀 \n".chars().collect() };
            let len = r.below(8);
            let text: String = (0..len).map(|_| letters[r.below(letters.len() as u64) as usize]).collect();
            Value::new(quoted(&text), CqlValue::Text(text))
        }
        "blob" => {
            let len = r.below(8);
            let bytes = r.bytes(len);
            let digits: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            Value::new(format!("0x{digits}"), CqlValue::Blob(bytes))
        }
        "uuid" | "timeuuid" => {
            let mut bytes: [u8; 16] = r.bytes(16).try_into().expect("16 bytes");
            bytes[6] = bytes[6] & 0x0f | if name == "uuid" && r.below(2) == 0 { 0x40 } else { 0x10 };
            Value::new(Uuid(bytes), CqlValue::Uuid(Uuid(bytes)))
        }
        "timestamp" => {
            let value = r.number();
            Value::new(value, CqlValue::Timestamp(Timestamp(value)))
        }
        "date" => {
            let value = Date(r.below(40_000) as i32 - 20_000);
            Value::new(quoted(value), CqlValue::Date(value))
        }
        "time" => {
            let value = Time(r.below(86_400_000_000_000) as i64);
            Value::new(quoted(value), CqlValue::Time(value))
        }
        "duration" => {
            let sign = if r.below(2) == 0 { 1 } else { -1 };
            let value = Duration {
                months: sign * (1 + r.below(30)) as i32,
                days: sign * r.below(400) as i32,
                nanos: i64::from(sign) * r.below(1 << 50) as i64,
            };
            Value::new(value, CqlValue::Duration(value))
        }
        _ => {
            let value: IpAddr = match r.below(2) {
                0 => Ipv4Addr::from(r.bits() as u32).into(),
                _ => Ipv6Addr::from(u128::from(r.bits()) << 64 | 1).into(),
            };
            Value::new(quoted(value), CqlValue::Inet(value))
        }
    }
}
