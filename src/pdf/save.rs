//! The finished objects as bytes: compressed, and identified by their content.

use std::io;

use lopdf::{Document, Object, Stream};

use super::cache::Cache;
use super::file::{File, deflate};
use super::hash::Fnv;
use super::values::name;

/// A document as a file, streams deflated.
pub(super) fn save(document: Document, cache: &Cache) -> io::Result<Vec<u8>> {
    let reference = |key: &[u8]| document.trailer.get(key).and_then(Object::as_reference).map_err(io::Error::other);
    let (root, information) = (reference(b"Root")?, reference(b"Info")?);
    let mut file = File::with_numbers(document.max_id);
    for (id, mut object) in document.objects {
        if let Object::Stream(stream) = &mut object {
            compress(stream, cache)?;
        }
        file.put(id, &object)?;
    }
    file.finish(root, information)?.ok_or_else(|| io::Error::other("it is too large for a PDF"))
}

/// Deflates a stream that asks for it and is not filtered yet.
pub(super) fn compress(stream: &mut Stream, cache: &Cache) -> io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut hash = Fnv::new();
    hash.add(&stream.content);
    let deflated = cache.deflated(hash.finish(), || deflate(&stream.content))?;
    stream.set_content(deflated.as_ref().clone());
    stream.dict.set("Filter", name("FlateDecode"));
    Ok(())
}
