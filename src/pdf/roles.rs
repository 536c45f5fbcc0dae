//! The names of structure elements, and the way up their tree (ISO 32000-1, 14.8.4).

use crate::layout::display::{ElementId, Role, StructTree};

/// The standard structure type of a role (ISO 32000-1, 14.8.4).
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Div => "Div",
        Role::H(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1],
        Role::P => "P",
        Role::L(_) => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Span => "Span",
        Role::BibEntry => "BibEntry",
        Role::Link => "Link",
        Role::Figure => "Figure",
        Role::Table => "Table",
        Role::TR => "TR",
        Role::TH(_) => "TH",
        Role::TD => "TD",
    }
}

/// An element and all above it.
pub(super) fn ancestors(tree: &StructTree, id: ElementId) -> impl Iterator<Item = ElementId> {
    std::iter::successors(Some(id), |&id| tree[id].parent)
}
