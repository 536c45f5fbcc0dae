//! The tree of [`super::yaml`] to typed values, by serde, each with its place where the type asks for it.
//!
//! [`super::shape`] has checked the tree before, so an error here is rare; it stops at the first. What a scalar means
//! is decided by the type: a text is a text whatever it looks like, a number or `true` only where one is wanted.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::located::Located;
use super::yaml::{Key, Node, Value};
use crate::diag::{Place, Source};

/// Name by which [`Located`] tells our deserializer that it wants its place.
const LOCATED: &str = "$handout::Located";

/// The short forms: a type, the part that the short form is, and whether that is a list (or else a text).
const SHORTHANDS: &[(&str, &str, bool)] = &[
    ("Item", "text", false),
    ("Unit", "text", false),
    ("Tier", "signs", true),
    ("Typeface", "family", false),
    ("ChosenExercise", "id", false),
];

thread_local! {
    /// The text being deserialised; serde has no way to hand it to [`Located`].
    static SOURCE: RefCell<Option<Arc<Source>>> = const { RefCell::new(None) };
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(LOCATED, LocatedVisitor(std::marker::PhantomData))
    }
}

struct LocatedVisitor<T>(std::marker::PhantomData<T>);

impl<T> LocatedVisitor<T> {
    fn located(value: T, span: Range<usize>) -> Located<T> {
        let source = SOURCE.with_borrow(Clone::clone);
        let place = match source {
            Some(source) => Place { source, span },
            None => Place { source: Source::new("", ""), span: 0..0 },
        };
        Located { value, place }
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for LocatedVisitor<T> {
    type Value = Located<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    /// Another deserializer than ours: the place is not known.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Ok(Located { value: T::deserialize(deserializer)?, place: Place { source: Source::new("", ""), span: 0..0 } })
    }

    /// Our deserializer: start, end, value.
    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let missing = || de::Error::custom("a place is missing");
        let start = parts.next_element()?.ok_or_else(missing)?;
        let end = parts.next_element()?.ok_or_else(missing)?;
        let value = parts.next_element()?.ok_or_else(missing)?;
        Ok(Self::located(value, start..end))
    }
}

/// Why a tree does not fit a type, and where.
#[derive(Debug)]
pub(super) struct Error {
    /// The reason.
    pub message: String,
    /// Byte range, when known.
    pub span: Option<Range<usize>>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { message: message.to_string(), span: None }
    }
}

impl Error {
    fn or_at(mut self, node: &Node) -> Self {
        self.span.get_or_insert_with(|| node.span.clone());
        self
    }
}

/// The value of type `T` that `root` holds.
pub(super) fn from_node<T: DeserializeOwned>(root: &Node, source: &Arc<Source>) -> Result<T, Error> {
    /// Takes the source away again, also when a type's own code panics.
    struct Guard(Option<Arc<Source>>);
    impl Drop for Guard {
        fn drop(&mut self) {
            SOURCE.set(self.0.take());
        }
    }
    let _guard = Guard(SOURCE.replace(Some(Arc::clone(source))));
    T::deserialize(NodeReader(root))
}

/// Reads one node.
#[derive(Clone, Copy)]
struct NodeReader<'n>(&'n Node);

impl NodeReader<'_> {
    fn unexpected(self, expected: &str) -> Error {
        let found = match &self.0.value {
            Value::Null => "nothing",
            Value::Scalar { .. } => "a text",
            Value::Seq(_) => "a list",
            Value::Map(_) => "a map",
            Value::Invalid => "a mistake",
        };
        Error { message: format!("expected {expected}, found {found}"), span: Some(self.0.span.clone()) }
    }

    fn number<T: std::str::FromStr>(self) -> Result<T, Error> {
        match &self.0.value {
            Value::Scalar { text, plain: true } => text.parse().map_err(|_| self.unexpected("a number")),
            _ => Err(self.unexpected("a number")),
        }
    }
}

macro_rules! read_numbers {
    ($($method:ident $visit:ident),* $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.number()?)
        })*
    };
}

impl<'de> Deserializer<'de> for NodeReader<'_> {
    type Error = Error;

    read_numbers! {
        deserialize_i8 visit_i8, deserialize_i16 visit_i16, deserialize_i32 visit_i32, deserialize_i64 visit_i64,
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
        deserialize_f32 visit_f32, deserialize_f64 visit_f64,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Null => visitor.visit_unit(),
            Value::Scalar { text, plain: true } => match text.as_str() {
                "true" | "false" => visitor.visit_bool(text == "true"),
                other => match (other.parse::<i64>(), other.parse::<f64>()) {
                    (Ok(number), _) => visitor.visit_i64(number),
                    (_, Ok(number)) if number.is_finite() => visitor.visit_f64(number),
                    _ => visitor.visit_str(other),
                },
            },
            Value::Scalar { text, .. } => visitor.visit_str(text),
            Value::Seq(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.deserialize_map(visitor),
            Value::Invalid => Err(self.unexpected("a value")),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Scalar { text, plain: true } if text == "true" => visitor.visit_bool(true),
            Value::Scalar { text, plain: true } if text == "false" => visitor.visit_bool(false),
            _ => Err(self.unexpected("`true` or `false`")),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Scalar { text, .. } => visitor.visit_str(text).map_err(|error: Error| error.or_at(self.0)),
            _ => Err(self.unexpected("a text")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match name {
            LOCATED => visitor.visit_seq(LocatedParts { node: self.0, next: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Seq(items) => visitor.visit_seq(Items(items.iter())).map_err(|error| error.or_at(self.0)),
            _ => Err(self.unexpected("a list")),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Map(entries) => {
                let entries = Entries { entries: entries.iter(), value: None };
                visitor.visit_map(entries).map_err(|error: Error| error.or_at(self.0))
            }
            _ => Err(self.unexpected("a map")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let short = SHORTHANDS.iter().find(|(type_name, _, is_list)| {
            *type_name == name
                && match self.0.value {
                    Value::Scalar { .. } => !is_list,
                    Value::Seq(_) => *is_list,
                    _ => false,
                }
        });
        match short {
            Some((_, key, _)) => visitor.visit_map(ShortForm { key, node: self.0, done: false }),
            None => self.deserialize_map(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Scalar { text, .. } => {
                let name: StrDeserializer<'_, Error> = text.as_str().into_deserializer();
                visitor.visit_enum(name).map_err(|error| error.or_at(self.0))
            }
            _ => Err(self.unexpected("one of the choices")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 bytes byte_buf unit unit_struct tuple_struct identifier }
}

struct Items<'n>(std::slice::Iter<'n, Node>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.0.next().map(|node| seed.deserialize(NodeReader(node))).transpose()
    }
}

struct Entries<'n> {
    entries: std::slice::Iter<'n, (Key, Node)>,
    value: Option<&'n Node>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some((key, node)) = self.entries.next() else { return Ok(None) };
        self.value = Some(node);
        let name: StrDeserializer<'_, Error> = key.text.as_str().into_deserializer();
        seed.deserialize(name).map(Some).map_err(|mut error| {
            error.span.get_or_insert_with(|| key.span.clone());
            error
        })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let node = self.value.take().ok_or_else(|| de::Error::custom("a value was asked for before its key"))?;
        seed.deserialize(NodeReader(node))
    }
}

/// A map with one part, made from a short form.
struct ShortForm<'n> {
    key: &'static str,
    node: &'n Node,
    done: bool,
}

impl<'de> MapAccess<'de> for ShortForm<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        if std::mem::replace(&mut self.done, true) {
            return Ok(None);
        }
        let name: StrDeserializer<'_, Error> = self.key.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(NodeReader(self.node))
    }
}

/// Start, end and value of a [`Located`].
struct LocatedParts<'n> {
    node: &'n Node,
    next: u8,
}

impl<'de> SeqAccess<'de> for LocatedParts<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.next += 1;
        match self.next {
            1 => seed.deserialize(self.node.span.start.into_deserializer()).map(Some),
            2 => seed.deserialize(self.node.span.end.into_deserializer()).map(Some),
            _ => seed.deserialize(NodeReader(self.node)).map(Some),
        }
    }
}
