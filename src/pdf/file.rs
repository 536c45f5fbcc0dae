//! A PDF written piece by piece: objects go to bytes at once, so that nothing of them is kept but where they lie
//! (ISO 32000-1, 7.5).

use std::cell::RefCell;
use std::io::{self, Write};

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};

use super::values::{dictionary, name};

/// The level of deflate: higher ones cost time and save next to nothing.
const LEVEL: u32 = 6;

/// How many objects go into one object stream.
const BATCH: usize = 500;
/// The highest object number that PDF/A allows (ISO 19005-2, 6.1.13).
const MOST_OBJECTS: usize = 8_388_607;

/// Where an object lies.
#[derive(Clone, Copy)]
enum ObjectPlace {
    /// Nowhere: it was numbered and never written.
    Nowhere,
    /// At an offset in the file.
    At(usize),
    /// In an object stream.
    Within { stream: u32, index: u16 },
}

/// A file on its way.
pub(super) struct File {
    bytes: Vec<u8>,
    /// The place of each object, from number 1 on.
    places: Vec<ObjectPlace>,
    /// Numbers of the objects that wait to be written in one stream, and where each begins.
    waiting: Vec<(u32, usize)>,
    /// What they are.
    written: Vec<u8>,
}

impl File {
    /// An empty file.
    pub(super) fn new() -> Self {
        let bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
        Self { bytes, places: Vec::new(), waiting: Vec::new(), written: Vec::new() }
    }

    /// An empty file with as many numbers as are given out elsewhere: from 1 to `last`.
    pub(super) fn with_numbers(last: u32) -> Self {
        Self { places: vec![ObjectPlace::Nowhere; last as usize], ..Self::new() }
    }

    /// The number of an object that is still to be written.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.places.push(ObjectPlace::Nowhere);
        (self.places.len() as u32, 0)
    }

    /// The highest number so far.
    pub(super) fn last(&self) -> u32 {
        self.places.len() as u32
    }

    /// Writes an object, a stream or another.
    pub(super) fn put(&mut self, id: ObjectId, object: &Object) -> io::Result<()> {
        let mut written = Vec::new();
        write(object, &mut written)?;
        self.put_written(id, matches!(object, Object::Stream(_)), &written)
    }

    /// Writes a new object and gives its number.
    pub(super) fn add(&mut self, object: &Object) -> io::Result<ObjectId> {
        let id = self.reserve();
        self.put(id, object)?;
        Ok(id)
    }

    /// Writes an object that is in bytes already ([`write`]).
    pub(super) fn put_written(&mut self, id: ObjectId, is_stream: bool, written: &[u8]) -> io::Result<()> {
        if is_stream {
            self.place(id, ObjectPlace::At(self.bytes.len()));
            writeln!(self.bytes, "{} 0 obj", id.0)?;
            self.bytes.extend_from_slice(written);
            self.bytes.extend_from_slice(b"\nendobj\n");
            return Ok(());
        }
        self.waiting.push((id.0, self.written.len()));
        self.written.extend_from_slice(written);
        self.written.push(b'\n');
        if self.waiting.len() < BATCH { Ok(()) } else { self.flush() }
    }

    fn place(&mut self, id: ObjectId, place: ObjectPlace) {
        if let Some(entry) = (id.0 as usize).checked_sub(1).and_then(|at| self.places.get_mut(at)) {
            *entry = place;
        }
    }

    /// Writes the waiting objects as a stream (ISO 32000-1, 7.5.7).
    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let stream = self.reserve();
        let waiting = std::mem::take(&mut self.waiting);
        let mut content = Vec::with_capacity(self.written.len() + waiting.len() * 12);
        for (index, (number, offset)) in (0_u16..).zip(&waiting) {
            write!(content, "{number} {offset} ")?;
            self.place((*number, 0), ObjectPlace::Within { stream: stream.0, index });
        }
        let first = content.len() as i64;
        content.append(&mut self.written);
        let entries = [("Type", name("ObjStm")), ("N", (waiting.len() as i64).into()), ("First", first.into())];
        let object = deflated(dictionary(entries), &content)?;
        self.put(stream, &object)
    }

    /// Ends the file with its catalog and document information; its identifier is a hash of all there is before.
    /// `None` when it is larger than a PDF may be.
    pub(super) fn finish(mut self, root: ObjectId, information: ObjectId) -> io::Result<Option<Vec<u8>>> {
        self.flush()?;
        let table = self.reserve();
        let start = self.bytes.len();
        if self.places.len() > MOST_OBJECTS || u32::try_from(start).is_err() {
            return Ok(None);
        }
        self.place(table, ObjectPlace::At(start));
        let hash = Sha256::digest(&self.bytes);
        let id = Object::String(hash[..16].to_vec(), StringFormat::Hexadecimal);
        let entries = dictionary([
            ("Type", name("XRef")),
            ("Size", (self.places.len() as i64 + 1).into()),
            ("W", vec![1.into(), 4.into(), 2.into()].into()),
            ("Root", root.into()),
            ("Info", information.into()),
            ("ID", vec![id.clone(), id].into()),
        ]);
        let object = deflated(entries, &self.table())?;
        self.put(table, &object)?;
        write!(self.bytes, "startxref\n{start}\n%%EOF\n")?;
        Ok(Some(self.bytes))
    }

    /// The cross-reference table (ISO 32000-1, 7.5.8.3).
    fn table(&self) -> Vec<u8> {
        let mut table = vec![0, 0, 0, 0, 0, 0xff, 0xff];
        for place in &self.places {
            let (kind, first, second) = match *place {
                ObjectPlace::Nowhere => (0, 0, u16::MAX),
                ObjectPlace::At(offset) => (1, offset as u32, 0),
                ObjectPlace::Within { stream, index } => (2, stream, index),
            };
            table.push(kind);
            table.extend(first.to_be_bytes());
            table.extend(second.to_be_bytes());
        }
        table
    }
}

/// A stream, deflated.
pub(super) fn deflated(mut entries: Dictionary, content: &[u8]) -> io::Result<Object> {
    entries.set("Filter", name("FlateDecode"));
    Ok(lopdf::Stream::new(entries, deflate(content)?).into())
}

/// Bytes, deflated. Each thread keeps what it deflates with: to make that anew takes longer than to deflate a short text.
pub(super) fn deflate(content: &[u8]) -> io::Result<Vec<u8>> {
    thread_local! {
        static COMPRESS: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(LEVEL), true));
    }
    COMPRESS.with_borrow_mut(|compress| {
        compress.reset();
        let mut deflated = Vec::with_capacity(content.len() / 2 + 64);
        loop {
            let rest = content.get(compress.total_in() as usize..).unwrap_or_default();
            match compress.compress_vec(rest, &mut deflated, FlushCompress::Finish)? {
                Status::StreamEnd => return Ok(deflated),
                Status::Ok | Status::BufError => deflated.reserve(deflated.capacity().max(64)),
            }
        }
    })
}

/// An object as bytes (ISO 32000-1, 7.3).
pub(super) fn write(object: &Object, into: &mut Vec<u8>) -> io::Result<()> {
    match object {
        Object::Null => into.extend_from_slice(b"null"),
        Object::Boolean(value) => write!(into, "{value}")?,
        Object::Integer(value) => write!(into, "{value}")?,
        Object::Real(value) => write!(into, "{value}")?,
        Object::Name(name) => write_name(name, into)?,
        Object::String(text, format) => write_string(text, *format, into)?,
        Object::Reference((number, generation)) => write!(into, "{number} {generation} R")?,
        Object::Array(entries) => {
            into.push(b'[');
            for (at, entry) in entries.iter().enumerate() {
                if at > 0 {
                    into.push(b' ');
                }
                write(entry, into)?;
            }
            into.push(b']');
        }
        Object::Dictionary(entries) => write_dictionary(entries, None, into)?,
        Object::Stream(stream) => {
            write_dictionary(&stream.dict, Some(stream.content.len()), into)?;
            into.extend_from_slice(b"\nstream\n");
            into.extend_from_slice(&stream.content);
            into.extend_from_slice(b"\nendstream");
        }
    }
    Ok(())
}

/// A dictionary; of a stream, with the length of its content.
fn write_dictionary(entries: &Dictionary, length: Option<usize>, into: &mut Vec<u8>) -> io::Result<()> {
    into.extend_from_slice(b"<<");
    for (key, value) in entries.iter().filter(|(key, _)| length.is_none() || key.as_slice() != b"Length") {
        write_name(key, into)?;
        into.push(b' ');
        write(value, into)?;
    }
    if let Some(length) = length {
        write!(into, "/Length {length}")?;
    }
    into.extend_from_slice(b">>");
    Ok(())
}

fn write_name(name: &[u8], into: &mut Vec<u8>) -> io::Result<()> {
    into.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            into.push(byte);
        } else {
            write!(into, "#{byte:02X}")?;
        }
    }
    Ok(())
}

fn write_string(text: &[u8], format: StringFormat, into: &mut Vec<u8>) -> io::Result<()> {
    if format == StringFormat::Hexadecimal {
        into.push(b'<');
        text.iter().try_for_each(|byte| write!(into, "{byte:02X}"))?;
        into.push(b'>');
        return Ok(());
    }
    into.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => into.extend_from_slice(&[b'\\', byte]),
            b'\r' => into.extend_from_slice(b"\\r"),
            _ => into.push(byte),
        }
    }
    into.push(b')');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_read_back_as_they_were() {
        let odd = Object::String(b"a(b\\c)d\re\n\xff".to_vec(), StringFormat::Literal);
        let entries = dictionary([
            ("Odd", odd.clone()),
            ("Name", name("a b#/c")),
            ("List", vec![Object::Null, true.into(), (-3).into(), Object::Real(0.25), (4, 0).into()].into()),
            ("Hex", Object::String(vec![0, 255], StringFormat::Hexadecimal)),
        ]);
        let mut file = File::new();
        let (root, other) = (file.reserve(), file.reserve());
        file.put(root, &entries.clone().into()).expect("written");
        file.put(other, &lopdf::Stream::new(Dictionary::new(), b"plain".to_vec()).into()).expect("written");
        let bytes = file.finish(root, other).expect("written").expect("small");
        let read = lopdf::Document::load_mem(&bytes).expect("readable");
        assert_eq!(read.get_dictionary(root).expect("a dictionary"), &entries);
        let stream = read.get_object(other).and_then(Object::as_stream).expect("a stream");
        assert_eq!(stream.content, b"plain");
    }
}
