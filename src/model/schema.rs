//! JSON Schema of the file formats, draft 7, which is what editors read.
//!
//! It is made from the types, so that the schema, the reading and the messages of [`super::shape`] cannot differ.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::vocabulary::{self, Terms};

/// The schema of `T`, with titles and descriptions from its doc comments.
#[must_use]
pub fn of<T: JsonSchema>() -> Value {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value();
    without_serialised(&mut schema, false);
    schema
}

/// Takes out what the schema says of how the types are written, which is not how files are: the defaults of lists and
/// maps, and that some parts are only read. In a map of `properties` the names are those of the format.
fn without_serialised(schema: &mut Value, is_properties: bool) {
    match schema {
        Value::Object(parts) => {
            if !is_properties {
                parts.shift_remove("writeOnly");
                if parts.get("default").is_some_and(|default| default.is_object() || default.is_array()) {
                    parts.shift_remove("default");
                }
            }
            for (name, part) in parts.iter_mut() {
                without_serialised(part, !is_properties && matches!(name.as_str(), "properties" | "definitions"));
            }
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| without_serialised(part, false)),
        _ => {}
    }
}

/// The same, where the ids of a topic are those of `terms`.
#[must_use]
pub fn of_in<T: JsonSchema>(terms: &Terms) -> Value {
    let mut schema = of::<T>();
    vocabulary::fill(&mut schema, terms);
    schema
}

/// Schemas by type and ids. Cleared when there are more than [`MOST_MADE`]: a program that runs for long may see ids change.
type Made = BTreeMap<(TypeId, Option<Terms>), Arc<Value>>;
/// The most schemas that are kept.
const MOST_MADE: usize = 64;

/// What [`of`] gives, made once for each type: a folder of exercises is read by one schema.
#[must_use]
pub fn shared<T: JsonSchema + 'static>() -> Arc<Value> {
    made(TypeId::of::<T>(), None, of::<T>)
}

/// What [`of_in`] gives, made once for each type and list of ids.
#[must_use]
pub fn shared_in<T: JsonSchema + 'static>(terms: &Terms) -> Arc<Value> {
    made(TypeId::of::<T>(), Some(terms), || of_in::<T>(terms))
}

fn made(id: TypeId, terms: Option<&Terms>, make: impl FnOnce() -> Value) -> Arc<Value> {
    static MADE: Mutex<Made> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if made.len() > MOST_MADE {
        made.clear();
    }
    Arc::clone(made.entry((id, terms.cloned())).or_insert_with(|| Arc::new(make())))
}

/// A text stands for a map with that `text` alone.
pub(super) fn shorthand_text(schema: &mut Schema) {
    or_short_form(schema, json!({ "type": "string" }));
}

/// A text stands for a map with that `family` alone.
pub(super) fn shorthand_family(schema: &mut Schema) {
    or_short_form(schema, json!({ "type": "string" }));
}

/// A text stands for a map with that `id` alone.
pub(super) fn shorthand_exercise(schema: &mut Schema) {
    or_short_form(schema, json!({ "type": "string" }));
}

/// A list stands for a map with those `signs` alone.
pub(super) fn shorthand_signs(schema: &mut Schema) {
    let signs = schema.pointer("/properties/signs").cloned().unwrap_or_else(|| json!({ "type": "array" }));
    or_short_form(schema, signs);
}

/// Lets `short` stand for the map that `schema` describes; the description stays outside, where editors look for it.
fn or_short_form(schema: &mut Schema, short: Value) {
    let description = schema.remove("description");
    let long = std::mem::take(schema).to_value();
    schema.insert("anyOf".to_owned(), json!([short, long]));
    if let Some(description) = description {
        schema.insert("description".to_owned(), description);
    }
}
