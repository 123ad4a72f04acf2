//! What a value of each type can be given.

use serde_json::{Map, Value};

use super::Setting;

/// A type of the specification's models, or of their fields.
pub trait Model: Sized {
    /// The one that a value stands for.
    ///
    /// # Errors
    /// What the value lacks, or that it is of another kind.
    fn made(value: &Value) -> Result<Self, String>;

    /// The one that there is if no value is named.
    ///
    /// # Errors
    /// That there is none.
    fn unnamed() -> Result<Self, String>;

    /// Several of them.
    ///
    /// # Errors
    /// As [`Model::made`].
    fn list(value: &Value) -> Result<Vec<Self>, String> {
        let all = value.as_array().ok_or_else(|| format!("{value} is no list"))?;
        all.iter().map(Model::made).collect()
    }

    /// Adds an element to a list.
    ///
    /// # Errors
    /// That it is none, or what the value lacks.
    fn append(&mut self, _: &Value) -> Result<(), String> {
        Err("it is no list".to_owned())
    }

    /// Gives fields of it, and of what is in it, what a setting has for them.
    ///
    /// # Errors
    /// What they cannot be.
    fn each(&mut self, _: &mut Setting) -> Result<(), String> {
        Ok(())
    }
}

fn integer<T: TryFrom<i128>>(value: &Value) -> Result<T, String> {
    let number = value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
    let fits = number.and_then(|number| T::try_from(number).ok());
    fits.ok_or_else(|| format!("{value} is no {}", std::any::type_name::<T>()))
}

macro_rules! integers {
    ($($t:ty)*) => {$(
        impl Model for $t {
            fn made(value: &Value) -> Result<Self, String> {
                integer(value)
            }

            fn unnamed() -> Result<Self, String> {
                Ok(0)
            }
        }
    )*};
}

integers!(u16 u32 u64 i8 i16 i32 i64);

impl Model for u8 {
    fn made(value: &Value) -> Result<Self, String> {
        integer(value)
    }

    fn unnamed() -> Result<Self, String> {
        Ok(0)
    }

    fn list(value: &Value) -> Result<Vec<Self>, String> {
        let digits = value.as_str().filter(|text| text.len() % 2 == 0 && text.is_ascii());
        let digits = digits.ok_or_else(|| format!("{value} is no bytes in hexadecimal digits"))?;
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|e| format!("{value}: {e}"));
        (0..digits.len()).step_by(2).map(byte).collect()
    }
}

macro_rules! scalars {
    ($($t:ty, $of:expr;)*) => {$(
        impl Model for $t {
            fn made(value: &Value) -> Result<Self, String> {
                $of(value).ok_or_else(|| format!("{value} is no {}", stringify!($t)))
            }

            fn unnamed() -> Result<Self, String> {
                Ok(Self::default())
            }
        }
    )*};
}

scalars! {
    bool, Value::as_bool;
    f64, Value::as_f64;
    f32, |value: &Value| value.as_f64().map(|number| number as f32);
    String, |value: &Value| value.as_str().map(str::to_owned);
}

impl<T: Model> Model for Vec<T> {
    fn made(value: &Value) -> Result<Self, String> {
        T::list(value)
    }

    fn unnamed() -> Result<Self, String> {
        Ok(Vec::new())
    }

    fn append(&mut self, value: &Value) -> Result<(), String> {
        self.push(T::made(value)?);
        Ok(())
    }

    fn each(&mut self, setting: &mut Setting) -> Result<(), String> {
        self.iter_mut().try_for_each(|element| element.each(setting))
    }
}

impl<T: Model> Model for Option<T> {
    fn made(value: &Value) -> Result<Self, String> {
        if value.is_null() {
            return Ok(None);
        }
        T::made(value).map(Some)
    }

    fn unnamed() -> Result<Self, String> {
        Ok(None)
    }

    fn append(&mut self, value: &Value) -> Result<(), String> {
        self.as_mut().map_or_else(|| Err("it is not there".to_owned()), |list| list.append(value))
    }

    fn each(&mut self, setting: &mut Setting) -> Result<(), String> {
        self.as_mut().map_or(Ok(()), |value| value.each(setting))
    }
}

/// The fields of an object.
struct Named<'a>(&'a Map<String, Value>);

impl<'a> Named<'a> {
    fn of(value: &'a Value, owner: &str, fields: &[&str]) -> Result<Self, String> {
        let object = value.as_object().ok_or_else(|| format!("{value} is no {owner}"))?;
        match object.keys().find(|key| !fields.contains(&key.as_str())) {
            Some(key) => Err(format!("{owner} has no {key}, but {}", fields.join(", "))),
            None => Ok(Named(object)),
        }
    }

    fn get<T: Model>(&self, name: &str) -> Result<T, String> {
        self.0.get(name).map_or_else(T::unnamed, T::made).map_err(|e| format!("{name}: {e}"))
    }
}

/// The only field of an object.
fn case_of(value: &Value) -> Result<(&str, &Value), String> {
    let mut fields = value.as_object().into_iter().flatten();
    match (fields.next(), fields.next()) {
        (Some((name, value)), None) => Ok((name, value)),
        _ => Err(format!("{value} names no type, or several")),
    }
}

macro_rules! model {
    (record $model:path, $file:literal, $id:literal, [$($field:ident),*], [$($native:ident),*]) => {
        impl Model for $model {
            model!(made $id, [$($field),*], [$($native),*]);

            fn unnamed() -> Result<Self, String> {
                Self::made(&Value::Object(Map::new()))
            }

            fn each(&mut self, setting: &mut Setting) -> Result<(), String> {
                if setting.is_of($file, $id, &[$(stringify!($field)),*])? {
                    $(setting.give_field(stringify!($field), &mut self.$field)?;)*
                }
                $(self.$field.each(setting)?;)*
                Ok(())
            }
        }
    };
    (made $id:literal, [$($field:ident),*], []) => {
        fn made(value: &Value) -> Result<Self, String> {
            let _named = Named::of(value, $id, &[$(stringify!($field)),*])?;
            Ok(Self { $($field: _named.get(stringify!($field))?),* })
        }
    };
    (made $id:literal, [$($field:ident),*], [$($native:ident),*]) => {
        fn made(_: &Value) -> Result<Self, String> {
            Err(format!("{} is not made of values, for {:?}", $id, [$(stringify!($native)),*]))
        }
    };
    (one_of $model:path, [$($case:ident $id:literal),*]) => {
        impl Model for $model {
            fn made(value: &Value) -> Result<Self, String> {
                let (name, value) = case_of(value)?;
                match name {
                    $($id => Ok(Self::$case(Box::new(Model::made(value)?))),)*
                    _ => Err(format!("{name} is none of {:?}", [$($id),*])),
                }
            }

            fn unnamed() -> Result<Self, String> {
                Err(format!("expected one of {:?}", [$($id),*]))
            }

            fn each(&mut self, setting: &mut Setting) -> Result<(), String> {
                match self {
                    $(Self::$case(value) => value.each(setting),)*
                }
            }
        }
    };
    (named $model:path) => {
        impl Model for $model {
            fn made(value: &Value) -> Result<Self, String> {
                let found = <$model>::ALL.into_iter().find(|one| value.as_str() == Some(one.id()));
                found.ok_or_else(|| format!("{value} is none of {:?}", <$model>::ALL.map(<$model>::id)))
            }

            fn unnamed() -> Result<Self, String> {
                Err(format!("expected one of {:?}", <$model>::ALL.map(<$model>::id)))
            }
        }
    };
}

cqlite_codegen_macros::models!(model);
