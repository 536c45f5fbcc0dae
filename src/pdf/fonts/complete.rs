//! What `printpdf` leaves out of a font or gets wrong: exact widths, the character map, second meanings, cap height.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::embedded::{EmbeddedFont, EmbeddedFonts};
use crate::pdf::PdfError;

/// Completes every embedded font of the document.
pub(in crate::pdf) fn complete(document: &mut Document, fonts: &EmbeddedFonts) -> Result<(), PdfError> {
    for font in fonts.used() {
        let id = find(document, &font.base_name).ok_or(PdfError::Dangling("a font"))?;
        let to_unicode = document.add_object(Stream::new(Dictionary::new(), character_map(font).into_bytes()));
        let second_meanings = (!font.extra_glyphs.is_empty())
            .then(|| document.add_object(Stream::new(Dictionary::new(), code_to_glyph(font))));
        let failed = |error: lopdf::Error| PdfError::Content(error.to_string());
        let dictionary = document.get_dictionary_mut(id).map_err(failed)?;
        let old_map = dictionary.get(b"ToUnicode").and_then(Object::as_reference).map_err(failed)?;
        dictionary.set("ToUnicode", to_unicode);
        let descendants = dictionary.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map_err(failed)?;
        let descendant = descendants[0].as_dict_mut().map_err(failed)?;
        descendant.set("W", widths(font));
        if let Some(map) = second_meanings {
            descendant.set("CIDToGIDMap", map);
        }
        let descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference).map_err(failed)?;
        document.objects.remove(&old_map);
        let scale = 1000.0 / f32::from(font.metrics.units_per_em);
        let cap_height = (f32::from(font.metrics.cap_height) * scale).round() as i64;
        document.get_dictionary_mut(descriptor).map_err(failed)?.set("CapHeight", cap_height);
    }
    Ok(())
}

/// The composite font of a name.
fn find(document: &Document, base_name: &str) -> Option<ObjectId> {
    let is_font = |object: &Object| {
        let dictionary = object.as_dict().ok()?;
        let is =
            |key: &[u8], name: &[u8]| dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name);
        (is(b"Subtype", b"Type0") && is(b"BaseFont", base_name.as_bytes())).then_some(())
    };
    document.objects.iter().find(|(_, object)| is_font(object).is_some()).map(|(&id, _)| id)
}

/// The `/W` array (ISO 32000-1, 9.7.4.3): all codes from 0 on.
fn widths(font: &EmbeddedFont) -> Object {
    let number = |&width: &f64| match width.fract() == 0.0 {
        true => Object::Integer(width as i64),
        false => Object::Real(width as f32),
    };
    Object::Array(vec![Object::Integer(0), Object::Array(font.widths.iter().map(number).collect())])
}

/// The `/CIDToGIDMap` stream (ISO 32000-1, table 117): two bytes a code.
fn code_to_glyph(font: &EmbeddedFont) -> Vec<u8> {
    (0..font.glyph_count).chain(font.extra_glyphs.iter().copied()).flat_map(u16::to_be_bytes).collect()
}

/// The `/ToUnicode` character map (ISO 32000-1, 9.10.3).
fn character_map(font: &EmbeddedFont) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let texts: Vec<(&u16, &String)> = font.texts.iter().collect();
    for block in texts.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for (code, text) in block {
            let _ = write!(map, "<{code:04X}> <");
            for unit in text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
