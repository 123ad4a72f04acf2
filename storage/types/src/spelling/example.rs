//! Values to show what a type's look like.

use cqlite_runtime::marshal::{maybe_quote, MarshalType, NativeType};

/// A value of a type: text without quotes, all else as CQL writes it.
pub(super) fn plain(ty: &MarshalType) -> String {
    match ty.unreversed() {
        MarshalType::Native(native) => native_text(*native).to_owned(),
        MarshalType::PartitionerDefinedOrder { key: Some(key), .. } => plain(key),
        other => literal(other),
    }
}

/// A key of some columns, with colons between.
pub(super) fn key(types: &[MarshalType]) -> String {
    types.iter().map(|ty| plain(ty).replace(':', "\\:")).collect::<Vec<_>>().join(":")
}

fn literal(ty: &MarshalType) -> String {
    let several = |types: &mut dyn Iterator<Item = &MarshalType>| types.map(literal).collect::<Vec<_>>().join(", ");
    match ty.unreversed() {
        MarshalType::Native(native) if is_quoted(*native) => format!("'{}'", native_text(*native)),
        MarshalType::Native(native) => native_text(*native).to_owned(),
        MarshalType::List { element, .. } => format!("[{}]", literal(element)),
        MarshalType::Set { element, .. } => format!("{{{}}}", literal(element)),
        MarshalType::Map { key, value, .. } => format!("{{{}: {}}}", literal(key), literal(value)),
        MarshalType::Tuple(types) => format!("({})", several(&mut types.iter())),
        MarshalType::User(user) => {
            let field = |field: &cqlite_runtime::marshal::UserField| {
                format!("{}: {}", maybe_quote(&field.name), literal(&field.ty))
            };
            format!("{{{}}}", user.fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        MarshalType::Vector { element, dimension } if *dimension > 2 => {
            format!("[{}, … {dimension} of them]", literal(element))
        }
        MarshalType::Vector { element, dimension } => {
            format!("[{}]", several(&mut std::iter::repeat_n(&**element, *dimension as usize)))
        }
        _ => "0x00ff".to_owned(),
    }
}

/// Whether CQL has quotes around values of the type.
fn is_quoted(native: NativeType) -> bool {
    use NativeType as N;
    matches!(native, N::Ascii | N::Utf8 | N::Timestamp | N::Date | N::SimpleDate | N::Time | N::InetAddress)
}

fn native_text(native: NativeType) -> &'static str {
    use NativeType as N;
    match native {
        N::Ascii | N::Utf8 => "alice",
        N::Boolean => "true",
        N::Byte | N::Short | N::Int32 | N::Long | N::Integer => "42",
        N::Decimal | N::Float | N::Double => "4.2",
        N::Timestamp | N::Date => "2024-01-31T12:00:00.000Z",
        N::SimpleDate => "2024-01-31",
        N::Time => "12:00:00.000000000",
        N::Duration => "1mo2d3h",
        N::InetAddress => "192.0.2.1",
        N::TimeUuid | N::LegacyTimeUuid => "123e4567-e89b-11d3-a456-426614174000",
        N::Uuid | N::LexicalUuid => "123e4567-e89b-42d3-a456-426614174000",
        N::Empty => "''",
        _ => "0x00ff",
    }
}
