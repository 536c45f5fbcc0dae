//! What belongs to a patient. It cannot be formatted by accident, so that it never reaches a message, a log, a file name
//! or a panic.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

/// A value that belongs to a patient: her name, her note, whom she sees and when she comes again.
///
/// `Debug` prints dots, and there is no `Display`:
///
/// ```compile_fail
/// let name = handout::model::private::Private::new("Ann Example".to_owned());
/// println!("{name}");
/// ```
///
/// [`Private::expose`] is for the places where the value is printed on a page, hashed or compared.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Takes a value in.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, to be put on a page, hashed or compared, and never into words for anybody else.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// Another private value made from this one.
    #[must_use]
    pub fn map<U>(&self, make: impl FnOnce(&T) -> U) -> Private<U> {
        Private(make(&self.0))
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Private<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

impl<T: JsonSchema> JsonSchema for Private<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Source;
    use crate::model::load;
    use crate::model::patient::SheetRequest;

    #[test]
    fn nothing_that_holds_it_can_be_formatted_into_words() {
        let yaml = "patient: Zqx Ann\nclinician: Zqx Jane\nnote: Zqx said\nnext_visit: with Zqx\nweek: 20\n\
                    exercises: [{ id: bridge, note: Zqx can }]\noverrides: [{ exercise: bridge, because: Zqx asked }]\n";
        let request = load::<SheetRequest>(&Source::new("a.yaml", yaml)).expect("a request");
        for told in [format!("{request:?}"), format!("{request:#?}"), format!("{:?}", request.value.patient)] {
            assert!(told.contains("•••") && !told.contains("Zqx"), "{told}");
        }
        let name = request.value.patient.expect("a name").value;
        assert_eq!(name.expose(), "Zqx Ann");
        assert_eq!(format!("{:?} {:>9?}", name, name.map(String::len)), "••• •••");
        let source = Source::new("a.yaml", yaml);
        assert!(!format!("{source:?}").contains("Zqx"), "a text that was read is not in what is told of it");
    }
}
