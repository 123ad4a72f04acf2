//! Where in the specification a field stands.

/// A field of a type of a `.ksy` file: what errors and field trees name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site {
    /// Id of the type that has the field.
    pub owner: &'static str,
    /// Id of the field, or [`Self::WHOLE`].
    pub field: &'static str,
    /// What the field is called whatever the version: its id, or that of the field it is another layout of (`-same-as`).
    pub name: &'static str,
    /// The `.ksy` file, relative to `spec/`.
    pub file: &'static str,
    /// Line of the field in that file, from 1.
    pub line: u32,
}

impl Site {
    /// Stands for a field's id in the site of the type itself, for what concerns no field of it.
    pub const WHOLE: &'static str = "_self";

    /// Whether it is the type itself.
    pub fn is_whole(&self) -> bool {
        self.field == Self::WHOLE
    }

    /// The type itself, then its fields with what they are layouts of. `steps` are the lines from each to the next, so that a line more in the specification
    /// changes one number.
    pub const fn all<const N: usize>(
        (owner, file): (&'static str, &'static str),
        first: i32,
        fields: [(&'static str, &'static str); N],
        steps: [i32; N],
    ) -> [Site; N] {
        let mut out = [Site { owner, field: Self::WHOLE, name: Self::WHOLE, file, line: 0 }; N];
        let (mut i, mut line) = (0, first);
        while i < N {
            line += steps[i];
            let (field, name) = (as_written(fields[i].0), as_written(fields[i].1));
            out[i] = Site { owner, field, name, file, line: line as u32 };
            i += 1;
        }
        out
    }
}

/// `r#in` → `in`
const fn as_written(ident: &'static str) -> &'static str {
    match ident.as_bytes() {
        [b'r', b'#', rest @ ..] => match std::str::from_utf8(rest) {
            Ok(id) => id,
            Err(_) => ident,
        },
        _ => ident,
    }
}

/// What a field is called in all versions.
#[doc(hidden)]
#[macro_export]
macro_rules! site_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:ident) => {
        stringify!($name)
    };
}

/// The sites of a type as a module: a constant for each field, all of them in `ALL`, and the line of the last one. After `=>`
/// stands the field that one is another layout of.
#[macro_export]
macro_rules! sites {
    ($module:ident: $owner:literal in $file:literal, line $first:expr; $($field:ident $step:expr $(=> $name:ident)?;)*) => {
        /// Where in the specification the fields stand.
        #[allow(dead_code, non_camel_case_types, non_upper_case_globals, clippy::upper_case_acronyms)]
        mod $module {
            enum Index { _self, $($field),* }
            const COUNT: usize = [Index::_self as usize, $(Index::$field as usize),*].len();
            /// The type itself, then its fields in the order of the specification.
            pub static ALL: [$crate::Site; COUNT] = $crate::Site::all(
                ($owner, $file), $first,
                [
                    ($crate::Site::WHOLE, $crate::Site::WHOLE),
                    $((stringify!($field), $crate::site_name!($field $($name)?))),*
                ],
                [0, $($step),*],
            );
            /// The fields in the order of the specification.
            pub const FIELDS: &[$crate::Site] = ALL.split_at(1).1;
            /// The line of the last field.
            pub const LAST: i32 = $first $(+ $step)*;
            /// The type itself.
            pub const _self: &$crate::Site = &ALL[Index::_self as usize];
            $(pub const $field: &$crate::Site = &ALL[Index::$field as usize];)*
        }
    };
}

/// The methods of a head that tell the sites of its type.
#[macro_export]
macro_rules! sited {
    ($module:ident) => {
        /// Nothing: the first versions have all fields.
        #[inline(always)]
        pub fn gained(&self) -> Option<&'static $crate::Site> {
            None
        }
        $crate::sited!($module, gained);
    };
    ($module:ident, gained) => {
        /// The type itself, for errors that concern no field of it.
        pub fn site() -> &'static $crate::Site {
            $module::_self
        }

        /// Its fields, in the order of the specification.
        pub fn fields() -> &'static [$crate::Site] {
            $module::FIELDS
        }
    };
}
