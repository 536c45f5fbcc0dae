//! What a JSON Schema expects of one value, references and alternatives resolved.

use serde_json::Value as Json;

/// One of the forms that a value may have.
pub(super) struct Form<'s> {
    /// The name of its type, if it has one.
    pub type_name: Option<&'s str>,
    /// Its schema, references resolved.
    pub schema: &'s Json,
}

/// All forms that a value may have.
#[derive(Default)]
pub(super) struct Expected<'s> {
    /// The forms but `null`; none when anything will do.
    pub forms: Vec<Form<'s>>,
    /// Whether nothing may be written.
    pub nullable: bool,
}

impl<'s> Expected<'s> {
    /// What `schema`, a part of `root`, expects.
    pub(super) fn of(root: &'s Json, schema: &'s Json) -> Self {
        let mut expected = Self::default();
        expected.collect(root, schema, schema.get("title").and_then(Json::as_str));
        expected
    }

    fn collect(&mut self, root: &'s Json, schema: &'s Json, type_name: Option<&'s str>) {
        if let Some(reference) = schema.get("$ref").and_then(Json::as_str) {
            let name = reference.strip_prefix("#/definitions/").unwrap_or(reference);
            if let Some(definition) = root.get("definitions").and_then(|definitions| definitions.get(name)) {
                self.collect(root, definition, Some(name));
            }
            return;
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            if let Some(branches) = schema.get(key).and_then(Json::as_array) {
                branches.iter().for_each(|branch| self.collect(root, branch, type_name));
                return;
            }
        }
        self.nullable |= has_type(schema, "null");
        if schema.get("type").and_then(Json::as_str) != Some("null") {
            self.forms.push(Form { type_name, schema });
        }
    }

    /// The form of a JSON type.
    pub(super) fn form(&self, json_type: &str) -> Option<&Form<'s>> {
        self.forms.iter().find(|form| has_type(form.schema, json_type))
    }

    /// The values to choose from, when it is a choice.
    pub(super) fn choices(&self) -> Vec<&'s str> {
        let of_form = |form: &Form<'s>| {
            let one = form.schema.get("const").into_iter();
            one.chain(form.schema.get("enum").and_then(Json::as_array).into_iter().flatten()).filter_map(Json::as_str)
        };
        self.forms.iter().flat_map(of_form).collect()
    }

    /// What is expected, in words.
    pub(super) fn noun(&self) -> String {
        let choices = self.choices();
        if !choices.is_empty() {
            return "one of the choices".to_owned();
        }
        let nouns = [
            ("string", "a text"),
            ("array", "a list"),
            ("boolean", "`true` or `false`"),
            ("integer", "a number"),
            ("number", "a number"),
            ("object", "a group of parts"),
        ];
        let noun = nouns.iter().find(|(json_type, _)| self.form(json_type).is_some());
        noun.map_or("something else", |(_, noun)| noun).to_owned()
    }
}

/// Whether a schema names that JSON type.
pub(super) fn has_type(schema: &Json, json_type: &str) -> bool {
    match schema.get("type") {
        Some(Json::String(only)) => only == json_type,
        Some(Json::Array(several)) => several.iter().any(|one| one == json_type),
        _ => false,
    }
}

/// The names of the parts of a map's schema.
pub(super) fn parts(schema: &Json) -> impl Iterator<Item = &str> {
    schema.get("properties").and_then(Json::as_object).into_iter().flatten().map(|(name, _)| name.as_str())
}
