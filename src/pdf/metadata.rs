//! What the file says of itself: catalog, document information, XMP, colour space (ISO 19005-2, 6.2.3 and 6.6;
//! ISO 14289-1, 5 and 7.1).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use time::OffsetDateTime;
use time::macros::format_description;

use super::PdfError;
use super::values::{bytes, dictionary, name, text};
use crate::layout::display::{Duplex, Metadata, Publication};

/// The program that made the file.
const PRODUCER: &str = "handout";

/// The sRGB colour profile; a test makes it anew and compares.
const SRGB: &[u8] = include_bytes!("srgb.icc");

/// Completes the catalog and replaces the document information.
pub(super) fn write(
    document: &mut Document,
    publication: &Publication,
    tree: ObjectId,
    outlines: Option<ObjectId>,
) -> Result<(), PdfError> {
    let metadata = &publication.metadata;
    let moment = OffsetDateTime::from_unix_timestamp(metadata.timestamp)
        .map_err(|error| PdfError::Content(format!("the date is out of range: {error}")))?;
    let information = information(document, metadata, &pdf_date(moment)?)?;
    document.trailer.set("Info", information);
    let packet = xmp(metadata, &xmp_date(moment)?).into_bytes();
    let xmp_entries = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
    let xmp = document.add_object(Stream::new(xmp_entries, packet).with_compression(false));
    let intent = output_intent(document);
    let viewer = viewer_preferences(publication);
    let catalog = document.catalog_mut().map_err(|error| PdfError::Content(error.to_string()))?;
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", dictionary([("Marked", true.into())]));
    catalog.set("Lang", bytes(&metadata.language));
    catalog.set("ViewerPreferences", viewer);
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![intent.into()]);
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", name("UseOutlines"));
    }
    Ok(())
}

/// How readers show and print the file (ISO 32000-1, table 150).
fn viewer_preferences(publication: &Publication) -> Dictionary {
    let duplex = match publication.duplex {
        Duplex::LongEdge => "DuplexFlipLongEdge",
        Duplex::ShortEdge => "DuplexFlipShortEdge",
    };
    let mut viewer = dictionary([("DisplayDocTitle", true.into()), ("Duplex", name(duplex))]);
    if publication.metadata.right_to_left {
        viewer.set("Direction", name("R2L"));
    }
    viewer
}

/// The document information dictionary (ISO 32000-1, table 317), in place of `printpdf`'s.
fn information(document: &mut Document, metadata: &Metadata, date: &str) -> Result<ObjectId, PdfError> {
    let old = document.trailer.get(b"Info").and_then(Object::as_reference);
    let id = old.map_err(|error| PdfError::Content(error.to_string()))?;
    let mut entries: Dictionary = dictionary([
        ("Producer", text(PRODUCER)),
        ("Creator", text(PRODUCER)),
        ("CreationDate", bytes(date)),
        ("ModDate", bytes(date)),
    ]);
    let words = [("Title", &metadata.title), ("Author", &metadata.author), ("Subject", &metadata.subject)];
    for (key, value) in words.into_iter().filter(|(_, value)| !value.is_empty()) {
        entries.set(key, text(value));
    }
    document.set_object(id, entries);
    Ok(id)
}

/// Colours are sRGB (ISO 32000-1, 14.11.5).
fn output_intent(document: &mut Document) -> Dictionary {
    let profile = document.add_object(Stream::new(dictionary([("N", 3.into())]), SRGB.to_vec()));
    dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB IEC61966-2.1")),
        ("RegistryName", text("http://www.color.org")),
        ("Info", text("sRGB IEC61966-2.1")),
        ("DestOutputProfile", profile.into()),
    ])
}

fn pdf_date(moment: OffsetDateTime) -> Result<String, PdfError> {
    let format = format_description!("D:[year][month][day][hour][minute][second]Z");
    moment.format(format).map_err(|error| PdfError::Content(error.to_string()))
}

fn xmp_date(moment: OffsetDateTime) -> Result<String, PdfError> {
    let format = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
    moment.format(format).map_err(|error| PdfError::Content(error.to_string()))
}

/// The XMP packet (ISO 16684-1), with the claims of PDF/A-2a and PDF/UA-1 and the schema of the latter's namespace.
fn xmp(metadata: &Metadata, date: &str) -> String {
    let mut words = String::new();
    let mut add = |element: &str, container: &str, attributes: &str, value: &str| {
        if !value.is_empty() {
            let value = escape(value);
            words.push_str(&format!(
                "   <dc:{element}><rdf:{container}><rdf:li{attributes}>{value}</rdf:li></rdf:{container}></dc:{element}>\n"
            ));
        }
    };
    add("title", "Alt", " xml:lang=\"x-default\"", &metadata.title);
    add("creator", "Seq", "", &metadata.author);
    add("description", "Alt", " xml:lang=\"x-default\"", &metadata.subject);
    add("language", "Bag", "", &metadata.language);
    include_str!("xmp.xml").replace("{words}", words.trim_end()).replace("{date}", date).replace("{producer}", PRODUCER)
}

/// Text as XML content; characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_profile_is_moxcms_srgb() {
        let mut fresh = moxcms::ColorProfile::new_srgb().encode().expect("a built-in profile");
        // The profile's own date (ICC.1, 7.2.8) is the moment of encoding; ours is 2026-01-01.
        fresh[24..36].copy_from_slice(&[0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
        if std::env::var_os("HANDOUT_WRITE_PROFILE").is_some() {
            std::fs::write("src/pdf/srgb.icc", &fresh).expect("writable");
        }
        assert!(fresh == SRGB, "HANDOUT_WRITE_PROFILE=1 writes it anew");
    }

    #[test]
    fn dates_are_written_in_utc() {
        let moment = OffsetDateTime::from_unix_timestamp(1_767_225_600).expect("in range");
        assert_eq!(pdf_date(moment).expect("a date"), "D:20260101000000Z");
        assert_eq!(xmp_date(moment).expect("a date"), "2026-01-01T00:00:00Z");
    }

    #[test]
    fn words_are_escaped_for_xml() {
        assert_eq!(escape("a < b & c\n\u{1}"), "a &lt; b &amp; c ");
    }
}
