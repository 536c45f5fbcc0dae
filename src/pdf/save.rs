//! The finished objects as bytes: compressed, identified by their content, numbered without gaps.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, SaveOptions, Stream, StringFormat};

use super::hash::Fnv;
use super::values::name;
use super::{Kept, PdfError};

/// The level of deflate: higher ones cost time and save next to nothing.
pub(super) const LEVEL: u32 = 6;

/// Writes the document.
pub(super) fn save(mut document: Document, kept: &Kept) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut document.version);
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            compress(stream, kept).map_err(PdfError::Save)?;
        }
    }
    let id = Object::String(identifier(&document).to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(500)
        .compression_level(LEVEL)
        .build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options).map_err(PdfError::Save)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Deflates a stream that asks for it and is not filtered yet.
pub(super) fn compress(stream: &mut Stream, kept: &Kept) -> std::io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut hash = Fnv::new();
    hash.add(&stream.content);
    let deflated = kept.deflated(hash.finish(), || {
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), Compression::new(LEVEL));
        encoder.write_all(&stream.content)?;
        encoder.finish()
    })?;
    stream.set_content(deflated.as_ref().clone());
    stream.dict.set("Filter", name("FlateDecode"));
    Ok(())
}

/// A file identifier (ISO 32000-1, 14.4) that is the same for the same content.
fn identifier(document: &Document) -> u128 {
    let mut hash = Fnv::new();
    for (id, object) in &document.objects {
        let written = match object {
            Object::Stream(stream) => {
                hash.add(&stream.content);
                write!(hash, "{id:?}{:?}", stream.dict)
            }
            other => write!(hash, "{id:?}{other:?}"),
        };
        debug_assert!(written.is_ok(), "hashing cannot fail");
    }
    hash.finish()
}
